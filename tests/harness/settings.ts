/** What an author chose on the options page, put straight into storage. */
import type { Person } from "../../extension/shared/records";
import type { RawSettings } from "../../extension/shared/settings";
import type { Lozenge } from "./launch";

const PAGE = "options/options.html";

/** Settings, with colleagues by name: their list is put where lists are kept. */
export type Chosen = Omit<RawSettings, "version"> & { people?: Pick<Person, "name" | "permission">[] };

/** Empties storage and, where settings are given, writes them as the options page does. */
export async function store(lozenge: Lozenge, settings?: Chosen): Promise<void> {
  await lozenge.onOwnPage(
    PAGE,
    async (given: string) => {
      const { people, ...raw } = JSON.parse(given) as Chosen & { version?: 1 };
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open("lozenge", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("lists");
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const kept = new Promise((resolve, reject) => {
        const transaction = database.transaction("lists", "readwrite");
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
        const lists = transaction.objectStore("lists");
        lists.clear();
        const lines = (people ?? []).map(
          ({ name, permission }) => `${permission === true ? "y" : "n"},${name.replace(/ (\S+)$/, ",$1")}\n`,
        );
        if (people !== undefined) lists.put(new TextEncoder().encode(lines.join("")), "author:given");
      });
      await kept;
      database.close();
      // Last: without settings the background reads the organisation's anew, and keeps its list.
      await chrome.storage.local.clear();
      if (raw.version === undefined) return;
      const facts = { list: "author:given", source: "team.csv", on: "2026-11-21", handles: 0, agreed: 0, refused: 0 };
      const directory = people === undefined ? {} : { directory: { ...facts, people: people.length } };
      await chrome.storage.local.set({ settings: { ...raw, ...directory } });
    },
    JSON.stringify(settings === undefined ? {} : { version: 1, ...settings }),
  );
}

/** Everything that is stored, to look for what should not be there. */
export async function stored(lozenge: Lozenge): Promise<string> {
  return await lozenge.onOwnPage(PAGE, async () => JSON.stringify(await chrome.storage.local.get()), "");
}
