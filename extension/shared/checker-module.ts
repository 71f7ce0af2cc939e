import { Checker, initSync, policies, policy } from "../.wasm/lozenge_wasm.js";
import { loadModule } from "./load-module";
import type { CheckerOptions, Draft, Policy, PolicySummary, Report } from "./records";

/** What the checker's module offers to the background and to the extension's own pages. */
export interface CheckerModule {
  Checker: new (organisation: string, options: CheckerOptions) => LoadedChecker;
  policies(): PolicySummary[];
  policy(id: string): Policy;
}

export interface LoadedChecker {
  check(draft: Draft): Report;
  /** Gives its memory back; it answers no more. */
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
  return { Checker, policies, policy };
}
