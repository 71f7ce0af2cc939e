import type { Capacity, CheckerOptions, Person } from "./records";

export { accountKey, DEFAULTS, forAccount, type Managed, resolve, type Sources } from "./settings/resolve";
export { loadSettings, onSettings, type Saved, saveSettings } from "./settings/store";
export { type Problem, type Validated, validate } from "./settings/validate";

/** Where a resolved value came from. */
export type Provenance = "default" | "author" | "managed";
export interface Resolved<T> {
  value: T;
  from: Provenance;
  locked: boolean;
}

/** Where the list of colleagues came from: a file's name or "pasted", the day (ISO), and how many it names. */
export interface PeopleFrom {
  source: string;
  on: string;
  count: number;
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
  people?: Person[];
  people_from?: PeopleFrom;
  employer_names?: string[];
  employer_handles?: string[];
  off?: string[];
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
  /** Empty although `people_from.count` is not, where the reader asked for no more than it can hold. */
  people: Person[];
  people_from?: PeopleFrom;
  employer_names: string[];
  employer_handles: string[];
  off: Resolved<string[]>;
  /** Set when what was stored could not be read: the author is asked again. */
  broken: boolean;
}

/** The capacity and the bio for one account. A bio that is not known is absent. */
export interface ForAccount {
  capacity: Capacity;
  bio?: string;
}

export type { CheckerOptions };
