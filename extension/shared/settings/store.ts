import type { RawSettings, Settings } from "../settings";
import { migrate } from "./migrate";
import { DEFAULTS, resolve } from "./resolve";
import { validate } from "./validate";

/**
 * Settings in `storage.local`, under two keys: everything that is small, and
 * the list of colleagues, which may be long and is not wanted by every reader.
 */
const SMALL = "settings";
const PEOPLE = "people";

export interface LoadOptions {
  /** Leave `people` empty where the list names more than this. */
  peopleUpTo?: number;
}

export type Saved =
  | { ok: true; settings: Settings }
  /** Nothing was written and nothing was lost. */
  | { ok: false; code: "storage-full" | "storage-refused" | "invalid" };

interface Stored {
  raw: RawSettings;
  broken: boolean;
}

/** What holds now. Never throws: what cannot be read counts as not given, and `broken` says so. */
export async function loadSettings(options: LoadOptions = {}): Promise<Settings> {
  const { raw, broken } = await read(options);
  return resolve({ author: raw, default: DEFAULTS }, broken);
}

/**
 * Changes what the author said. For the extension's own pages and worker alone:
 * a content script's locks are the page's, so it asks the background instead.
 */
export async function saveSettings(change: (raw: RawSettings) => RawSettings): Promise<Saved> {
  return await navigator.locks.request("lozenge-settings", async (): Promise<Saved> => {
    const before = await read({});
    const { raw, problems } = validate(change(structuredClone(before.raw)));
    if (problems.length > 0) return { ok: false, code: "invalid" };
    const { people, ...small } = raw;
    const samePeople = JSON.stringify(people ?? []) === JSON.stringify(before.raw.people ?? []);
    const items: Record<string, unknown> =
      samePeople && !before.broken ? { [SMALL]: small } : { [SMALL]: small, [PEOPLE]: people ?? [] };
    try {
      await chrome.storage.local.set(items);
    } catch (error) {
      return { ok: false, code: /quota|full|space/i.test(String(error)) ? "storage-full" : "storage-refused" };
    }
    return { ok: true, settings: resolve({ author: raw, default: DEFAULTS }) };
  });
}

/** Calls `listener` with what holds after each change, wherever it was made. */
export function onSettings(
  listener: (settings: Settings) => void,
  signal: AbortSignal,
  options: LoadOptions = {},
): void {
  let latest = 0;
  const changed = async (changes: Record<string, chrome.storage.StorageChange>, area: string): Promise<void> => {
    if (area !== "local" || !(SMALL in changes || PEOPLE in changes)) return;
    latest += 1;
    const mine = latest;
    const settings = await loadSettings(options);
    if (mine === latest && !signal.aborted) listener(settings);
  };
  chrome.storage.onChanged.addListener(changed);
  signal.addEventListener("abort", () => chrome.storage.onChanged.removeListener(changed), { once: true });
}

async function read({ peopleUpTo = Number.POSITIVE_INFINITY }: LoadOptions): Promise<Stored> {
  try {
    const small = (await chrome.storage.local.get(SMALL))[SMALL];
    const { raw, problems } = small === undefined ? NOTHING : validate(migrate(small));
    if ((raw.people_from?.count ?? 0) > peopleUpTo) return { raw, broken: problems.length > 0 };
    const people = (await chrome.storage.local.get(PEOPLE))[PEOPLE];
    if (people === undefined) return { raw, broken: problems.length > 0 };
    const list = validate({ version: 1, people });
    return { raw: { ...raw, ...list.raw }, broken: problems.length + list.problems.length > 0 };
  } catch {
    return { raw: { version: 1 }, broken: true };
  }
}

const NOTHING = validate({ version: 1 });
