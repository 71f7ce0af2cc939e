import type { Managed, ManagedProblem } from "./managed/read";
import type { Capacity, CheckerOptions, Contact } from "./records";

export { type CheckerInputs, checkerInputs } from "./settings/checker-inputs";
export { accountKey, DEFAULTS, forAccount, MANAGED_PACK, OWN_PACK, resolve, type Sources } from "./settings/resolve";
export { loadSettings, onSettings, type Saved, saveSettings } from "./settings/store";
export { type Problem, type Validated, validate } from "./settings/validate";

/** Where a resolved value came from. */
export type Provenance = "default" | "author" | "managed";
export interface Resolved<T> {
  value: T;
  from: Provenance;
  locked: boolean;
}

/** What a list of colleagues holds, beside the list itself (`directory/lists.ts`). */
export interface DirectoryFacts {
  /** The name under which the list is kept. */
  list: string;
  people: number;
  /** How many have a handle, and how many agreed to be named. */
  handles: number;
  agreed: number;
  /** Rows that could not be read. */
  refused: number;
}

/** An author's own list: also where it came from, a file's name or "typed here", and the day (ISO). */
export interface OwnDirectory extends DirectoryFacts {
  source: string;
  on: string;
}

/** What one source says; every key may be absent. */
export interface RawSettings {
  version: 1;
  organisation?: string;
  capacity?: Capacity;
  /** By account handle or name as the site shows it, lower case, without "@". */
  capacity_by_account?: Record<string, Capacity>;
  bio_by_account?: Record<string, string>;
  /** Used where the account is not known. */
  bio?: string;
  directory?: OwnDirectory;
  employer_names?: string[];
  employer_handles?: string[];
  /** Families switched off. */
  off?: string[];
  /** Families one step harder or softer than the policy says. */
  stricter?: string[];
  milder?: string[];
  /** No reason lets a `stop` go. */
  final_stops?: boolean;
  /** Sites on which drafts are not read. */
  sites_off?: string[];
  /** A policy of the author's own, as TOML; in use where `organisation` is `OWN_PACK`. */
  pack?: string;
}

/** What holds after all sources were weighed. */
export interface Settings {
  organisation: Resolved<string>;
  /** False until somebody chose an organisation: clauses are headed "Example" and only `stop` holds. */
  chosen: boolean;
  capacity: Resolved<Capacity>;
  capacity_by_account: Record<string, Capacity>;
  bio_by_account: Record<string, string>;
  bio?: string;
  /** The names of the lists of colleagues that hold. The lists are looked up in the background alone. */
  directories: string[];
  employer_names: string[];
  employer_handles: string[];
  off: Resolved<string[]>;
  strengths: Resolved<Strengths>;
  final_stops: Resolved<boolean>;
  /** With those that the organisation switched off in an emergency. */
  sites_off: Resolved<string[]>;
  /** The TOML of the policy in force, where it is not a built-in one. */
  pack?: string;
  /** Whom to ask, beside those that the policy names or, where they are locked, instead of them. */
  contacts: Resolved<Contact[]>;
  /** What the author said, for the pages that change it. */
  author: RawSettings;
  /** What the organisation said, as far as it could be read. */
  managed: Managed;
  /** What of it could not be read. */
  managed_problems: ManagedProblem[];
  /** Set when what was stored could not be read: the author is asked again. */
  broken: boolean;
}

/** Families one step harder or softer than the policy says. */
export interface Strengths {
  stricter: string[];
  milder: string[];
}

/** The capacity and the bio for one account. A bio that is not known is absent. */
export interface ForAccount {
  capacity: Capacity;
  bio?: string;
}

export type { CheckerOptions, Managed, ManagedProblem };
