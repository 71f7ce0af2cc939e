import type { OwnBio } from "../shared/messages";
import { accountKey, loadSettings, saveSettings } from "../shared/settings";

/** Remembers what the author's own profile says, so that a disclaimer in it counts. */
export async function keepOwnBio({ account, bio }: OwnBio, tab: chrome.tabs.Tab | undefined): Promise<void> {
  const key = accountKey(account);
  if (tab === undefined || tab.incognito || key === "") return;
  const known = await loadSettings();
  // Broken settings are for the author to mend first; a profile is seen again.
  if (known.managed.keep_nothing === true) return;
  if (known.broken || known.bio_by_account[key] === bio) return;
  await saveSettings((raw) => ({ ...raw, bio_by_account: { ...raw.bio_by_account, [key]: bio } }));
}
