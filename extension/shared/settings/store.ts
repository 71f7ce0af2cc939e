import { KEPT, type Kept, readKept } from "../managed/kept";
import type { RawSettings, Settings } from "../settings";
import { migrate } from "./migrate";
import { DEFAULTS, resolve } from "./resolve";
import { validate } from "./validate";

/**
 * Settings in `storage.local`: everything of the author's that is small under one key, a policy of their own under
 * another, and beside them the last known word of the organisation, which the background keeps there
 * (`background/managed.ts`), so that no reader ever waits for the browser's policies. Lists of colleagues are apart
 * (`directory/lists.ts`).
 */
const SMALL = "settings";
const PACK = "pack";

export type Saved =
  | { ok: true; settings: Settings }
  /** Nothing was written and nothing was lost. */
  | { ok: false; code: "storage-full" | "storage-refused" | "invalid" };

interface Stored {
  raw: RawSettings;
  kept: Kept;
  broken: boolean;
}

/** What holds now. Never throws: what cannot be read counts as not given, and `broken` says so. */
export async function loadSettings(): Promise<Settings> {
  return settled(await read());
}

function settled({ raw, kept, broken }: Stored): Settings {
  return resolve({ author: raw, managed: kept.managed, managed_problems: kept.problems, default: DEFAULTS }, broken);
}

/**
 * Changes what the author said. For the extension's own pages and worker alone:
 * a content script's locks are the page's, so it asks the background instead.
 */
export async function saveSettings(change: (raw: RawSettings) => RawSettings): Promise<Saved> {
  return await navigator.locks.request("lozenge-settings", async (): Promise<Saved> => {
    const before = await read();
    const { raw, problems } = validate(change(structuredClone(before.raw)));
    if (problems.length > 0) return { ok: false, code: "invalid" };
    const { pack, ...small } = raw;
    const items: Record<string, unknown> = { [SMALL]: small };
    if (pack !== before.raw.pack) items[PACK] = pack ?? null;
    try {
      await chrome.storage.local.set(items);
    } catch (error) {
      return { ok: false, code: /quota|full|space/i.test(String(error)) ? "storage-full" : "storage-refused" };
    }
    return { ok: true, settings: settled({ raw, kept: before.kept, broken: false }) };
  });
}

/** Calls `listener` with what holds after each change, wherever it was made. */
export function onSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const watched = [SMALL, PACK, ...Object.values(KEPT)];
  let latest = 0;
  const changed = async (changes: Record<string, chrome.storage.StorageChange>, area: string): Promise<void> => {
    if (area !== "local" || !watched.some((key) => key in changes)) return;
    latest += 1;
    const mine = latest;
    const settings = await loadSettings();
    if (mine === latest && !signal.aborted) listener(settings);
  };
  chrome.storage.onChanged.addListener(changed);
  signal.addEventListener("abort", () => chrome.storage.onChanged.removeListener(changed), { once: true });
}

async function read(): Promise<Stored> {
  try {
    const items = await chrome.storage.local.get([SMALL, PACK, ...Object.values(KEPT)]);
    const small = items[SMALL];
    const { raw, problems } = small === undefined ? NOTHING : validate(migrate(small));
    const pack = items[PACK] ?? undefined;
    const own = pack === undefined ? NOTHING : validate({ version: 1, pack });
    return {
      raw: { ...raw, ...own.raw },
      kept: readKept(items),
      broken: problems.length + own.problems.length > 0,
    };
  } catch {
    return { raw: { version: 1 }, kept: readKept({}), broken: true };
  }
}

const NOTHING = validate({ version: 1 });
