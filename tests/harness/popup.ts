/** What the popup and the keyboard command say to a page, said from a page of the extension's own. */
import type { PageState } from "../../extension/shared/messages";
import type { Lozenge } from "./launch";

const PAGE = "options/options.html";

/** What the frame that was last written in tells the popup; `show` is the finding that the author picks there. */
export async function throughPopup(lozenge: Lozenge, show?: number): Promise<PageState> {
  return await lozenge.onOwnPage(
    PAGE,
    async (picked: string) => {
      const tabs = await chrome.tabs.query({});
      const answers = tabs.map(
        ({ id }) =>
          new Promise<PageState>((resolve) => {
            if (id === undefined) return;
            const port = chrome.tabs.connect(id, { name: "popup" });
            // Reading it keeps a tab without Lozenge from being reported as a fault.
            port.onDisconnect.addListener(() => void chrome.runtime.lastError);
            port.onMessage.addListener((state: PageState) => {
              if (!state.active) return;
              if (picked !== "") port.postMessage({ type: "show", frame: state.frame, index: Number(picked) });
              resolve(state);
            });
          }),
      );
      return await Promise.race(answers);
    },
    show === undefined ? "" : String(show),
  );
}

/** The keyboard command, as the background passes it on. */
export async function reachCard(lozenge: Lozenge): Promise<void> {
  await lozenge.onOwnPage(
    PAGE,
    async () => {
      const tabs = await chrome.tabs.query({});
      const message = { type: "reach-card" };
      await Promise.allSettled(tabs.map(({ id = -1 }) => chrome.tabs.sendMessage(id, message)));
    },
    "",
  );
}

/** What the badge of any tab says. */
export async function badges(lozenge: Lozenge): Promise<string[]> {
  return await lozenge.onOwnPage(
    PAGE,
    async () => {
      const tabs = await chrome.tabs.query({});
      return await Promise.all(tabs.map(({ id = -1 }) => chrome.action.getBadgeText({ tabId: id })));
    },
    "",
  );
}
