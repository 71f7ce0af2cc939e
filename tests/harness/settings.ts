/** What an author chose on the options page, put straight into storage. */
import type { RawSettings } from "../../extension/shared/settings";
import type { Lozenge } from "./launch";

const PAGE = "options/options.html";

/** Empties storage and, where settings are given, writes them as the options page does. */
export async function store(lozenge: Lozenge, settings?: Omit<RawSettings, "version">): Promise<void> {
  await lozenge.onOwnPage(
    PAGE,
    async (given: string) => {
      const { people, ...small } = JSON.parse(given);
      await chrome.storage.local.clear();
      if (small.version !== undefined) await chrome.storage.local.set({ settings: small, people: people ?? [] });
    },
    JSON.stringify(settings === undefined ? {} : { version: 1, ...settings }),
  );
}

/** Everything that is stored, to look for what should not be there. */
export async function stored(lozenge: Lozenge): Promise<string> {
  return await lozenge.onOwnPage(PAGE, async () => JSON.stringify(await chrome.storage.local.get()), "");
}
