import type { Capacity } from "../records";
import type { OwnDirectory, RawSettings } from "../settings";

/** One thing in stored settings that could not be read. */
export interface Problem {
  key: string;
  message: string;
}
/** What could be read, and what could not: one bad key costs that key and no other. */
export interface Validated {
  raw: RawSettings;
  problems: Problem[];
}

type Reader<T> = (value: unknown) => T | undefined;
type Key = Exclude<keyof RawSettings, "version">;

export const CAPACITIES: readonly Capacity[] = ["personal", "professional", "official"];

const LONGEST_TEXT = 2_000;
const LONGEST_PACK = 1_048_576;

/** Reads settings that may have been written by an older build, another program or a failing disk. */
export function validate(value: unknown): Validated {
  const raw: RawSettings = { version: 1 };
  if (!isRecord(value)) return { raw, problems: [{ key: "", message: "The settings are not a record." }] };
  if (value.version !== 1) {
    return { raw, problems: [{ key: "version", message: "The settings are of a version that is not known here." }] };
  }
  const problems: Problem[] = [];
  for (const key of Object.keys(readers) as Key[]) {
    if (value[key] === undefined) continue;
    if (!take(raw, key, value[key])) problems.push({ key, message: `“${key}” could not be read.` });
  }
  return { raw, problems };
}

function take<K extends Key>(raw: RawSettings, key: K, value: unknown): boolean {
  const read: Reader<NonNullable<RawSettings[K]>> = readers[key];
  const found = read(value);
  if (found === undefined) return false;
  Object.assign(raw, { [key]: found });
  return true;
}

const text: Reader<string> = (value) => (typeof value === "string" && value.length <= LONGEST_TEXT ? value : undefined);

const name: Reader<string> = (value) => {
  const found = text(value)?.trim();
  return found === "" ? undefined : found;
};

const slug: Reader<string> = (value) =>
  typeof value === "string" && /^[a-z0-9][a-z0-9-]{0,79}$/.test(value) ? value : undefined;

const pack: Reader<string> = (value) => (typeof value === "string" && value.length <= LONGEST_PACK ? value : undefined);

const yesOrNo: Reader<boolean> = (value) => (typeof value === "boolean" ? value : undefined);

const capacity: Reader<Capacity> = (value) => CAPACITIES.find((known) => known === value);

const count: Reader<number> = (value) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const directory: Reader<OwnDirectory> = (value) => {
  if (!isRecord(value)) return undefined;
  const [list, source, on] = [name(value.list), text(value.source), text(value.on)];
  const counts = [value.people, value.handles, value.agreed, value.refused].map(count);
  const [people, handles, agreed, refused] = counts;
  if (list === undefined || source === undefined || on === undefined) return undefined;
  if (people === undefined || handles === undefined || agreed === undefined || refused === undefined) return undefined;
  return { list, source, on, people, handles, agreed, refused };
};

function listOf<T>(read: Reader<T>): Reader<T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const found: T[] = [];
    for (const item of value) {
      const one = read(item);
      if (one === undefined) return undefined;
      found.push(one);
    }
    return found;
  };
}

function tableOf<T>(read: Reader<T>): Reader<Record<string, T>> {
  return (value) => {
    if (!isRecord(value)) return undefined;
    const found: [string, T][] = [];
    for (const [key, item] of Object.entries(value)) {
      const one = read(item);
      if (one === undefined) return undefined;
      found.push([key, one]);
    }
    return Object.fromEntries(found);
  };
}

const readers: { [K in Key]: Reader<NonNullable<RawSettings[K]>> } = {
  organisation: slug,
  capacity,
  capacity_by_account: tableOf(capacity),
  bio_by_account: tableOf(text),
  bio: text,
  directory,
  employer_names: listOf(name),
  employer_handles: listOf(name),
  off: listOf(slug),
  stricter: listOf(slug),
  milder: listOf(slug),
  final_stops: yesOrNo,
  sites_off: listOf(slug),
  pack,
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
