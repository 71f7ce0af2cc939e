import type { Lockable } from "../managed/keys";
import type { Managed, ManagedProblem } from "../managed/read";
import type { Capacity, Contact } from "../records";
import type { ForAccount, RawSettings, Resolved, Settings, Strengths } from "../settings";

export interface Sources {
  /** A value is a default that the author may change, unless its key is locked. */
  managed?: Managed;
  managed_problems?: ManagedProblem[];
  author?: RawSettings;
  default: { organisation: string; capacity: Capacity };
}

/** What holds while nobody has said anything. */
export const DEFAULTS: Sources["default"] = { organisation: "nhs-england-2017", capacity: "personal" };

/** In place of a built-in policy's id: the author's own pack, or the organisation's. */
export const OWN_PACK = "own-pack";
export const MANAGED_PACK = "managed-pack";

/** Weighs what each source says. Pure: the same sources give the same settings. */
export function resolve(sources: Sources, broken = false): Settings {
  const managed: Managed = sources.managed ?? {};
  const author: RawSettings = sources.author ?? { version: 1 };
  const locked = (...keys: Lockable[]): boolean => keys.some((key) => managed.locked?.includes(key) ?? false);
  const fallback = sources.default;
  const organisation = weigh(
    managed.own_pack === undefined ? managed.organisation : MANAGED_PACK,
    withItsPack(author.organisation, author, managed),
    fallback.organisation,
    // A lock without a policy would leave everybody with an example for ever.
    locked("organisation") && (managed.own_pack ?? managed.organisation) !== undefined,
  );
  const own = author.directory === undefined || locked("directory") ? [] : [author.directory.list];
  const directories = [...(managed.directory === undefined ? [] : [managed.directory.list]), ...own];
  const settings: Settings = {
    organisation,
    chosen: organisation.from !== "default",
    capacity: weigh(managed.capacity, author.capacity, fallback.capacity, locked("capacity")),
    capacity_by_account: author.capacity_by_account ?? {},
    bio_by_account: author.bio_by_account ?? {},
    directories,
    employer_names: lists(managed.employer_names, author.employer_names, locked("employer_names")),
    employer_handles: lists(managed.employer_handles, author.employer_handles, locked("employer_handles")),
    off: weigh(managed.families_off, author.off, [], locked("families_off")),
    strengths: weigh(
      strengths(managed.families_stricter, managed.families_milder),
      strengths(author.stricter, author.milder),
      { stricter: [], milder: [] },
      locked("families_stricter", "families_milder"),
    ),
    final_stops: weigh(
      managed.stop_override === undefined ? undefined : !managed.stop_override,
      author.final_stops,
      false,
      locked("stop_override"),
    ),
    sites_off: weigh(managed.sites_off, author.sites_off, [], locked("sites_off")),
    contacts: weigh<Contact[]>(managed.contacts, undefined, [], locked("contacts")),
    author,
    managed,
    managed_problems: sources.managed_problems ?? [],
    broken,
  };
  const emergency = managed.emergency_sites_off ?? [];
  settings.sites_off = { ...settings.sites_off, value: [...new Set([...settings.sites_off.value, ...emergency])] };
  const pack = organisation.value === OWN_PACK ? author.pack : managed.own_pack;
  if (isPack(organisation.value) && pack !== undefined) settings.pack = pack;
  if (author.bio !== undefined) settings.bio = author.bio;
  return settings;
}

function isPack(organisation: string): boolean {
  return organisation === OWN_PACK || organisation === MANAGED_PACK;
}

/** What the author chose, unless it was a pack that is not there any more. */
function withItsPack(chosen: string | undefined, author: RawSettings, managed: Managed): string | undefined {
  if (chosen === OWN_PACK && author.pack === undefined) return undefined;
  if (chosen === MANAGED_PACK && managed.own_pack === undefined) return undefined;
  return chosen;
}

function strengths(stricter: string[] | undefined, milder: string[] | undefined): Strengths | undefined {
  return stricter === undefined && milder === undefined
    ? undefined
    : { stricter: stricter ?? [], milder: milder ?? [] };
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
  if (locked) return { value: managed ?? fallback, from: "managed", locked };
  if (author !== undefined) return { value: author, from: "author", locked: false };
  if (managed !== undefined) return { value: managed, from: "managed", locked: false };
  return { value: fallback, from: "default", locked: false };
}

/** Lists add up, and an author's own names never push out the organisation's; a locked list stands alone. */
function lists<T>(managed: readonly T[] = [], author: readonly T[] = [], locked: boolean): T[] {
  return locked ? [...managed] : [...managed, ...author];
}

function first<T>(table: Record<string, T>, keys: readonly string[]): T | undefined {
  for (const key of keys) {
    if (Object.hasOwn(table, key)) return table[key];
  }
  return undefined;
}
