import type { PageState, ShowFinding } from "../shared/messages";
import { parsePageState } from "../shared/parse";

/** What the popup knows of the page in the active tab. */
export type Seen =
  /** `allowed`: whether the browser lets Lozenge onto its sites at all; authors and IT teams can switch that off. */
  { running: false; allowed: boolean } | { running: true; page: PageState };

/** The frame to speak of: the one last written in, else the one with most to say. */
export function choose(states: readonly PageState[]): PageState | undefined {
  const byWeight = [...states].sort((a, b) => weight(b) - weight(a));
  return byWeight[0];
}

function weight(state: PageState): number {
  const order: readonly PageState["watch"][] = ["idle", "checking", "checked", "no-checker", "unknown-box", "stale"];
  return (state.active && state.watch !== "idle" ? 100 : 0) + order.indexOf(state.watch);
}

export interface Page {
  show(frame: string, index: number): void;
}

/**
 * Listens to every frame of the active tab that runs Lozenge. `tell` is called
 * with each change, and once with `running: false` where nothing answers.
 */
export async function listen(tell: (seen: Seen) => void): Promise<Page> {
  const allowed = await mayRead();
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) {
    tell({ running: false, allowed });
    return { show: () => undefined };
  }
  const states = new Map<string, PageState>();
  const port = chrome.tabs.connect(tab.id, { name: "popup" });
  port.onMessage.addListener((value: unknown) => {
    const state = parsePageState(value);
    if (state === undefined) return;
    states.set(state.frame, state);
    const page = choose([...states.values()]);
    if (page !== undefined) tell({ running: true, page });
  });
  port.onDisconnect.addListener(() => {
    // Reading it keeps Chromium from reporting "no receiver" as a fault: it is an ordinary answer here.
    void chrome.runtime.lastError;
    states.clear();
    tell({ running: false, allowed });
  });
  return {
    show(frame, index) {
      const message: ShowFinding = { type: "show", frame, index };
      port.postMessage(message);
    },
  };
}

function mayRead(): Promise<boolean> {
  const sites = chrome.runtime.getManifest().content_scripts?.flatMap(({ matches = [] }) => matches) ?? [];
  return chrome.permissions.contains({ origins: sites });
}
