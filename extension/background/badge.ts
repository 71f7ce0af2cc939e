import type { BadgeState } from "../shared/messages";
import { counted, word } from "../shared/words";

/** What a tab's badge says. The colours carry white text at 4.5:1 or better. */
export interface Badge {
  text: string;
  colour: string;
  title: string;
}

const RED = "#b3001b";
const AMBER = "#8a5300";
const BLUE = "#005eb8";
const GREEN = "#00703c";
const GREY = "#4c6272";

/** From what most needs the author's eye to what least does. */
const URGENCY: readonly BadgeState["watch"][] = ["stale", "no-checker", "unknown-box", "checking", "checked", "idle"];

export function badgeFor(state: BadgeState): Badge {
  switch (state.watch) {
    case "idle":
      return { text: "", colour: GREY, title: word("badge_idle") };
    case "checking":
      return { text: "…", colour: GREY, title: word("badge_checking") };
    case "unknown-box":
      return { text: "?", colour: GREY, title: word("badge_unknown_box") };
    case "no-checker":
      return { text: "!", colour: GREY, title: word("badge_no_checker") };
    case "stale":
      return { text: "!", colour: GREY, title: word("badge_stale") };
    case "checked":
      return found(state);
  }
}

function found({ stop, warn, advise }: BadgeState): Badge {
  const total = stop + warn + advise;
  if (total === 0) return { text: "✓", colour: GREEN, title: word("badge_clear") };
  const colour = stop > 0 ? RED : warn > 0 ? AMBER : BLUE;
  const title = stop > 0 ? counted("badge_held", total, stop) : counted("badge_found", total);
  return { text: total > 99 ? "99+" : String(total), colour, title };
}

/** One state for a tab from those of its frames: what is found adds up, and of the rest the most urgent is shown. */
export function together(states: readonly BadgeState[]): BadgeState {
  const sum: BadgeState = { type: "badge", watch: "idle", stop: 0, warn: 0, advise: 0 };
  for (const state of states) {
    sum.stop += state.stop;
    sum.warn += state.warn;
    sum.advise += state.advise;
    if (URGENCY.indexOf(state.watch) < URGENCY.indexOf(sum.watch)) sum.watch = state.watch;
  }
  // A finding in one frame is not hidden by a box in another that is still being looked at.
  if (sum.stop + sum.warn > 0 && states.some((state) => state.watch === "checked")) sum.watch = "checked";
  return sum;
}

export interface Badges {
  show(state: BadgeState, sender: chrome.runtime.MessageSender): void;
  forget(tab: number): void;
}

interface Tab {
  document: string | undefined;
  frames: Map<number, BadgeState>;
}

export function createBadges(action: typeof chrome.action = chrome.action): Badges {
  const tabs = new Map<number, Tab>();

  return {
    forget: (tab) => void tabs.delete(tab),
    show(state, sender) {
      const id = sender.tab?.id;
      if (id === undefined) return;
      const frame = sender.frameId ?? 0;
      // Firefox before documents had ids: the address is the next best.
      const document = sender.documentId ?? sender.url;
      let tab = tabs.get(id);
      // A new document in the top frame took all earlier frames with it.
      if (tab === undefined || (frame === 0 && tab.document !== document)) {
        tab = { document: frame === 0 ? document : tab?.document, frames: new Map() };
        tabs.set(id, tab);
      }
      if (state.watch === "idle") tab.frames.delete(frame);
      else tab.frames.set(frame, state);
      void paint(action, id, badgeFor(together([...tab.frames.values()])));
    },
  };
}

async function paint(action: typeof chrome.action, tabId: number, badge: Badge): Promise<void> {
  try {
    await Promise.all([
      action.setBadgeText({ tabId, text: badge.text }),
      action.setBadgeBackgroundColor({ tabId, color: badge.colour }),
      action.setBadgeTextColor({ tabId, color: "#ffffff" }),
      action.setTitle({ tabId, title: badge.title }),
    ]);
  } catch {
    // The tab was closed in the meantime.
  }
}
