import type { CheckerModule } from "../shared/checker-module";
import { LISTS, type Lists } from "../shared/directory/lists";
import { type ReadDirectory, readDirectory, refusal } from "../shared/directory/read";
import { KEPT, type KeptItems, readKept } from "../shared/managed/kept";
import { type Managed, type ManagedProblem, readManaged, type Vocabulary } from "../shared/managed/read";
import { saveSettings } from "../shared/settings";
import { clearDecisions } from "./decisions";

/** The part of the module that tells whether what an organisation names exists. */
export type ManagedModule = Pick<CheckerModule, "policies" | "policy" | "packFaults" | "DirectoryReader">;

/**
 * Brings the kept copy of the organisation's settings up to the browser's word, and tells whether there is any.
 * Reading and checking happen here alone and only where something changed.
 */
export async function refreshManaged(load: () => Promise<ManagedModule>, lists: Lists = LISTS): Promise<void> {
  await navigator.locks.request("lozenge-managed", async () => {
    const given = await fromBrowser();
    if (given === undefined) return;
    const kept = readKept(await chrome.storage.local.get([KEPT.small]));
    const print = Object.keys(given).length === 0 ? "" : await printOf(given);
    if (print === kept.print) return;
    if (print === "") {
      await chrome.storage.local.remove(Object.values(KEPT));
      await lists.drop("managed");
      return;
    }
    const { managed, problems, entries } = readManaged(given, await vocabulary(load));
    const took = entries === undefined || (await takeDirectory(entries, managed, problems, load, lists));
    if (!took && kept.managed.directory !== undefined) managed.directory = kept.managed.directory;
    try {
      const { own_pack, ...small } = managed;
      // What could not be kept is tried again at the next start.
      const items: KeptItems = { managed: small, problems, print: took ? print : "again" };
      await chrome.storage.local.set({ [KEPT.small]: items, [KEPT.pack]: own_pack ?? null });
      await lists.drop("managed", managed.directory?.list);
    } catch {
      // A full disk: the last known word stands until the next start.
    }
    if (managed.keep_nothing === true) await forgetThePerson();
  });
}

/** So many entries of a directory that cannot be read are shown. */
const MOST_SHOWN = 20;

/**
 * Reads the organisation's colleagues as an author's file is read, and keeps the list where theirs is kept. False where
 * there is no checker to read it, or no room.
 */
async function takeDirectory(
  entries: readonly string[],
  managed: Managed,
  problems: ManagedProblem[],
  load: () => Promise<ManagedModule>,
  lists: Lists,
): Promise<boolean> {
  const key = "directory";
  let read: ReadDirectory;
  try {
    const bytes = new TextEncoder().encode(entries.join("\n"));
    read = await readDirectory(await load(), bytes, new AbortController().signal);
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) return false;
    problems.push({ key, fault: refused === "not-text" ? refused : "too-many" });
    return true;
  }
  const { people, handles, agreed, refused, bad } = read.summary;
  for (const { line } of bad.slice(0, MOST_SHOWN)) {
    problems.push({ key, fault: "bad-line", detail: `${line}: ${entries[line - 1]?.slice(0, 80) ?? ""}` });
  }
  if (refused > MOST_SHOWN) problems.push({ key, fault: "more-bad-lines", detail: String(refused - MOST_SHOWN) });
  if (people === 0) return true;
  try {
    managed.directory = { list: await lists.keep("managed", read.list), people, handles, agreed, refused };
    return true;
  } catch {
    return false;
  }
}

/**
 * When the browser is asked again after the background started, in milliseconds: for a new installation Chromium may
 * answer that there are no policies before it has read them, and not tell when it has (w3c/webextensions#547).
 */
const AGAIN = [3_000, 12_000];

/** Whoever has something to ask the author waits no longer than this for the browser's answer, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Asks the browser now, a little later and after each change. Ends with the first answer; Chromium may hold it back for
 * many seconds while it starts, so it is not waited for beyond patience.
 */
export function keepManaged(load: () => Promise<ManagedModule>): Promise<void> {
  const refresh = (): Promise<void> => refreshManaged(load).catch(() => undefined);
  for (const wait of AGAIN) setTimeout(() => void refresh(), wait);
  onManaged(() => void refresh());
  return Promise.race([refresh(), new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))]);
}

/** Calls `changed` when the browser has a new word, or when somebody cleared the copy of the last one. */
function onManaged(changed: () => void): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    const cleared = KEPT.small in changes && changes[KEPT.small]?.newValue === undefined;
    if (area === "managed" || (area === "local" && cleared)) changed();
  });
}

/** What the browser hands over; `undefined` where it does not answer, so that the last known word stands. */
async function fromBrowser(): Promise<Record<string, unknown> | undefined> {
  try {
    return await chrome.storage.managed.get();
  } catch (error) {
    // Firefox says in this way that nobody manages it.
    return /manifest not found/i.test(String(error)) ? {} : undefined;
  }
}

/** The same words read by another version of Lozenge may mean more. */
async function printOf(given: Record<string, unknown>): Promise<string> {
  const words = JSON.stringify([chrome.runtime.getManifest().version, given]);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Where WebAssembly is switched off nothing is checked, and names are taken as they are. */
async function vocabulary(load: () => Promise<ManagedModule>): Promise<Vocabulary | undefined> {
  try {
    const { policies, policy, packFaults } = await load();
    const all = policies();
    const first = all[0] === undefined ? undefined : policy(all[0].id);
    return {
      policies: all.map(({ id }) => id),
      families: [...(first?.speaks_to ?? []), ...(first?.silent_on ?? [])].map(({ family }) => family),
      packFaults: (toml) => packFaults(toml).map(({ line, message }) => `${line}: ${message}`),
    };
  } catch {
    return undefined;
  }
}

/** On a shared desktop nothing of one person stays for the next. */
async function forgetThePerson(): Promise<void> {
  await clearDecisions();
  await saveSettings(({ bio: _, bio_by_account: __, ...raw }) => raw);
}
