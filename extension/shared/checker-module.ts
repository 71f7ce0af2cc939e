import {
  Checker,
  DirectoryReader,
  find_logo,
  initSync,
  policies,
  policy,
  validate_pack,
} from "../.wasm/lozenge_wasm.js";
import { withFamilyTitles } from "./family-title";
import { loadModule } from "./load-module";

import type {
  CheckerOptions,
  DirectoryImport,
  Draft,
  FoundLogo,
  LozengeError,
  PackProblem,
  Policy,
  PolicySummary,
  Report,
} from "./records";
import { language, word } from "./words";

/** What the checker's module offers to the background and to the extension's own pages. */
export interface CheckerModule {
  Checker: new (organisation: string, options: CheckerOptions) => LoadedChecker;
  policies(): PolicySummary[];
  /** A built-in policy by its id, or another from its TOML. */
  policy(pack: string): Policy;
  /** What is wrong with a pack's TOML, each with its line, in the reader's language; nothing where it is valid. */
  packFaults(toml: string): PackProblem[];
  /** Reads a file with colleagues. */
  DirectoryReader: new (
    bytes: Uint8Array,
  ) => LoadedReader;
  find_logo(rgba: Uint8ClampedArray, width: number, height: number): FoundLogo;
}

export interface LoadedChecker {
  check(draft: Draft): Report;
  /** Gives its memory back; it answers no more. */
  free(): void;
}

export interface LoadedReader {
  /** Reads so many rows more and tells how much of the file is read. */
  read(rows: number): number;
  /** How many colleagues were read so far. */
  readonly people: number;
  summary(): DirectoryImport;
  /** The colleagues in the compact form that a checker takes. */
  list(): Uint8Array;
  free(): void;
}

let loaded: Promise<CheckerModule> | undefined;

/** Loads the module once for this page or worker; after a failure the next call tries again. */
export function loadChecker(): Promise<CheckerModule> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(): Promise<CheckerModule> {
  initSync({ module: await loadModule("wasm/lozenge_wasm_bg.wasm") });
  return {
    Checker,
    DirectoryReader,
    policies,
    policy: (pack) => withFamilyTitles(policy(pack)),
    packFaults,
    find_logo,
  };
}

function packFaults(toml: string): PackProblem[] {
  try {
    validate_pack(toml, language());
    return [];
  } catch (error) {
    const { problems, message } = error as Partial<LozengeError>;
    return problems ?? [{ line: 1, column: 1, message: message ?? word("options_pack_none") }];
  }
}
