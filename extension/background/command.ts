import type { ReachCard } from "../shared/messages";

/** The keyboard command: whichever frame of the tab has a card takes the focus to it. */
export async function reachCard(command: string, tab: chrome.tabs.Tab | undefined): Promise<void> {
  if (command !== "reach-card" || tab?.id === undefined) return;
  const message: ReachCard = { type: "reach-card" };
  try {
    await chrome.tabs.sendMessage(tab.id, message);
  } catch {
    // Lozenge does not run in that tab; the popup says so to who opens it.
  }
}
