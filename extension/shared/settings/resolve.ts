import type { Capacity } from "../records";
import type { ForAccount, RawSettings, Resolved, Settings } from "../settings";

/** An organisation's managed policy: a value is a default that the author may change, unless its key is locked. */
export type Managed = Omit<RawSettings, "version"> & { locked?: readonly (keyof RawSettings)[] };

export interface Sources {
  managed?: Managed;
  author?: RawSettings;
  default: { organisation: string; capacity: Capacity };
}

/** What holds while nobody has said anything. */
export const DEFAULTS: Sources["default"] = { organisation: "nhs-england-2017", capacity: "personal" };

/** Weighs what each source says. Pure: the same sources give the same settings. */
export function resolve(sources: Sources, broken = false): Settings {
  const managed: Managed = sources.managed ?? {};
  const author: RawSettings = sources.author ?? { version: 1 };
  const locked = (key: keyof RawSettings): boolean => managed.locked?.includes(key) ?? false;
  const fallback = sources.default;
  const organisation = weigh(managed.organisation, author.organisation, fallback.organisation, locked("organisation"));
  const settings: Settings = {
    organisation,
    chosen: organisation.from !== "default",
    capacity: weigh(managed.capacity, author.capacity, fallback.capacity, locked("capacity")),
    capacity_by_account: { ...managed.capacity_by_account, ...author.capacity_by_account },
    bio_by_account: { ...managed.bio_by_account, ...author.bio_by_account },
    people: both(managed.people, author.people),
    employer_names: both(managed.employer_names, author.employer_names),
    employer_handles: both(managed.employer_handles, author.employer_handles),
    off: weigh(managed.off, author.off, [], locked("off")),
    broken,
  };
  const bio = author.bio ?? managed.bio;
  if (bio !== undefined) settings.bio = bio;
  const from = author.people_from ?? managed.people_from;
  if (from !== undefined) settings.people_from = from;
  return settings;
}

/** How an account is named in settings: lower case, no "@". */
export function accountKey(handleOrName: string): string {
  return handleOrName.trim().replace(/^@/, "").toLowerCase();
}

/** The capacity and bio for the account that a site shows as signed in. */
export function forAccount(settings: Settings, account?: { handle?: string; display_name?: string }): ForAccount {
  const keys = [account?.handle, account?.display_name]
    .filter((name): name is string => name !== undefined && name.trim() !== "")
    .map(accountKey);
  const own = settings.capacity.locked ? undefined : first(settings.capacity_by_account, keys);
  const found: ForAccount = { capacity: own ?? settings.capacity.value };
  // A bio given for no account in particular speaks for an account only where the site does not say which it is.
  const bio = first(settings.bio_by_account, keys) ?? (keys.length === 0 ? settings.bio : undefined);
  if (bio !== undefined) found.bio = bio;
  return found;
}

function weigh<T>(managed: T | undefined, author: T | undefined, fallback: T, locked: boolean): Resolved<T> {
  if (managed !== undefined && locked) return { value: managed, from: "managed", locked };
  if (author !== undefined) return { value: author, from: "author", locked: false };
  if (managed !== undefined) return { value: managed, from: "managed", locked: false };
  return { value: fallback, from: "default", locked: false };
}

/** Lists add up: an author's own names never push out the organisation's. */
function both<T>(managed: readonly T[] = [], author: readonly T[] = []): T[] {
  return [...managed, ...author];
}

function first<T>(table: Record<string, T>, keys: readonly string[]): T | undefined {
  for (const key of keys) {
    if (Object.hasOwn(table, key)) return table[key];
  }
  return undefined;
}
