import type { Capacity, Contact } from "../records";
import type { DirectoryFacts } from "../settings";
import { CAPACITIES } from "../settings/validate";
import { LOCKABLE, type Lockable, MANAGED_KEYS, type ManagedKeyName } from "./keys";

/** What an organisation set, as far as it fits. Every key may be absent. */
export interface Managed {
  organisation?: string;
  organisation_name?: string;
  own_pack?: string;
  employer_names?: string[];
  employer_handles?: string[];
  directory?: DirectoryFacts;
  contacts?: Contact[];
  capacity?: Capacity;
  families_off?: string[];
  families_stricter?: string[];
  families_milder?: string[];
  families_kept_on?: string[];
  stop_override?: boolean;
  sites_off?: string[];
  emergency_families_off?: string[];
  emergency_sites_off?: string[];
  locked?: Lockable[];
  first_run?: boolean;
  try_out?: boolean;
  keep_nothing?: boolean;
}

/** Why a value was refused. */
export type ManagedFault =
  | "not-text"
  | "not-true-or-false"
  | "not-a-list"
  | "not-known"
  | "too-long"
  | "bad-line"
  | "more-bad-lines"
  | "too-many"
  | "bad-pack"
  | "no-such-setting";

/** One value, or one entry of a list, that does not fit: it alone is refused. `detail` is the entry, or what is wrong with it. */
export interface ManagedProblem {
  key: string;
  fault: ManagedFault;
  detail?: string;
}

/** What only the checker's module knows; without it names are taken as they are. */
export interface Vocabulary {
  policies: readonly string[];
  families: readonly string[];
  /** What is wrong with a pack; nothing where it is valid. */
  packFaults(toml: string): string[];
}

export interface ReadManaged {
  managed: Managed;
  /** The entries of the directory, each one line, for the reader of lists; what is no text is an empty one. */
  entries?: string[];
  problems: ManagedProblem[];
}

export const SITES: readonly string[] = ["x", "facebook", "linkedin"];
const LONGEST_ENTRY = 300;
const LONGEST_PACK = 1_048_576;

type Refuse = (fault: ManagedFault, detail?: string) => undefined;
type Take<T> = (value: T, refuse: Refuse) => T | undefined;

/** Reads what the browser hands over. What does not fit is refused by itself and named; the rest applies. */
export function readManaged(given: Record<string, unknown>, known?: Vocabulary): ReadManaged {
  const managed: Managed = {};
  const problems: ManagedProblem[] = [];
  const refuseFor =
    (key: string): Refuse =>
    (fault, detail) => {
      problems.push({ key, fault, ...(detail !== undefined && { detail: detail.slice(0, LONGEST_ENTRY) }) });
      return undefined;
    };

  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(MANAGED_KEYS, key)) refuseFor(key)("no-such-setting");
  }

  function text(key: keyof Texts, take: Take<string> = short): void {
    const value = given[key];
    if (value === undefined) return;
    const refuse = refuseFor(key);
    const said = typeof value === "string" ? value : refuse("not-text");
    const taken = said === undefined || said.trim() === "" ? undefined : take(said, refuse);
    if (taken !== undefined) Object.assign(managed, { [key]: taken });
  }

  function flag(key: keyof Flags): void {
    const value = given[key];
    if (typeof value === "boolean") managed[key] = value;
    else if (value !== undefined) refuseFor(key)("not-true-or-false");
  }

  function list<T = string>(key: ManagedKeyName, take: (entry: string, refuse: Refuse) => T | undefined): void {
    const value = given[key];
    if (value === undefined) return;
    const refuse = refuseFor(key);
    const entries = Array.isArray(value) ? value : refuse("not-a-list");
    const taken = entries?.flatMap((entry: unknown) => {
      const said = typeof entry === "string" ? entry.trim() : refuse("not-text", String(entry));
      const one = said === undefined || said === "" ? undefined : take(said, refuse);
      return one === undefined ? [] : [one];
    });
    if (taken !== undefined) Object.assign(managed, { [key]: taken });
  }

  const family = among(known?.families);
  text("organisation", among(known?.policies));
  text("organisation_name");
  text("own_pack", pack(known));
  text("capacity", among(CAPACITIES));
  for (const key of ["stop_override", "first_run", "try_out", "keep_nothing"] as const) flag(key);
  for (const key of ["employer_names", "employer_handles"] as const) list(key, short);
  for (const key of ["sites_off", "emergency_sites_off"] as const) list(key, among(SITES));
  for (const key of [
    "families_off",
    "families_stricter",
    "families_milder",
    "families_kept_on",
    "emergency_families_off",
  ] as const) {
    list(key, family);
  }
  list("locked", among(LOCKABLE));
  list("contacts", contact(family));
  const entries = directory(given.directory, refuseFor("directory"));
  return { managed, problems, ...(entries !== undefined && { entries }) };
}

type Texts = Pick<Managed, "organisation" | "organisation_name" | "own_pack" | "capacity">;
type Flags = Pick<Managed, "stop_override" | "first_run" | "try_out" | "keep_nothing">;

const short: Take<string> = (value, refuse) => {
  return value.length <= LONGEST_ENTRY ? value.trim() : refuse("too-long", value);
};

function among(allowed: readonly string[] | undefined): Take<string> {
  return (value, refuse) => {
    const name = value.trim();
    if (allowed === undefined ? /^[a-z0-9][a-z0-9-]{0,79}$/.test(name) : allowed.includes(name)) return name;
    return refuse("not-known", name);
  };
}

function pack(known: Vocabulary | undefined): Take<string> {
  return (toml, refuse) => {
    if (toml.length > LONGEST_PACK) return refuse("too-long");
    const faults = known?.packFaults(toml) ?? [];
    if (faults.length === 0) return toml;
    for (const fault of faults.slice(0, 5)) refuse("bad-pack", fault);
    return undefined;
  };
}

function directory(value: unknown, refuse: Refuse): string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return refuse("not-a-list");
  return value.map((entry: unknown) =>
    typeof entry === "string" ? entry.replace(/[\r\n]+/g, " ") : (refuse("not-text", String(entry)) ?? ""),
  );
}

/** Name, mail address, telephone number, families. */
function contact(family: Take<string>): (line: string, refuse: Refuse) => Contact | undefined {
  return (line, refuse) => {
    const [name = "", email = "", phone = "", about = "", ...more] = line.split(",").map((cell) => cell.trim());
    const fits = name !== "" && line.length <= LONGEST_ENTRY && more.length === 0;
    if (!fits || (email !== "" && !/^[^\s@]+@[^\s@]+$/.test(email))) return refuse("bad-line", line);
    const families = about.split(/\s+/).flatMap((slug) => (slug === "" ? [] : (family(slug, refuse) ?? [])));
    return {
      id: name,
      name,
      mailto: email !== "",
      about: families,
      ...(email !== "" && { email }),
      ...(phone !== "" && { phone }),
    };
  };
}
