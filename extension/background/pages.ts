import { loadSettings } from "../shared/settings";

const FIRST_RUN = "first-run/first-run.html";

/** After an installation, asks which organisation, unless that is known already or the organisation wants no page. */
export async function greet(reason: `${chrome.runtime.OnInstalledReason}`): Promise<void> {
  if (reason !== "install") return;
  const settings = await loadSettings();
  if (settings.managed.first_run === false) return;
  if (!settings.chosen || settings.broken) await openOptions(true);
}

export async function openOptions(first: boolean): Promise<void> {
  if (first) await chrome.tabs.create({ url: chrome.runtime.getURL(FIRST_RUN) });
  else await chrome.runtime.openOptionsPage();
}
