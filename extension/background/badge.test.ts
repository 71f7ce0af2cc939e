import { expect, it } from "vitest";
import messages from "../_locales/en_GB/messages.json";
import type { BadgeState } from "../shared/messages";
import { supplyWords } from "../shared/words";
import { badgeFor, createBadges, together } from "./badge";

supplyWords(messages);

function state(watch: BadgeState["watch"], stop = 0, warn = 0, advise = 0): BadgeState {
  return { type: "badge", watch, stop, warn, advise };
}

it("shows all clear only for a draft that was checked", () => {
  const watches = ["idle", "checking", "unknown-box", "no-checker", "stale"] as const;
  for (const watch of watches) expect(badgeFor(state(watch)).text).not.toBe("✓");
  expect(badgeFor(state("checked")).text).toBe("✓");
});

it("says in words what the colour says", () => {
  expect(badgeFor(state("checked", 1, 1)).title).toContain("1 of them serious");
  expect(badgeFor(state("checked", 1)).title).toContain("1 serious thing");
  expect(badgeFor(state("checked", 0, 2)).title).not.toContain("serious");
});

it("adds up what the frames of a tab found", () => {
  expect(together([state("checked", 0, 1), state("checked", 1)])).toMatchObject({ watch: "checked", stop: 1, warn: 1 });
});

it("does not let a clean box hide one that is not checked", () => {
  expect(together([state("checked"), state("unknown-box")]).watch).toBe("unknown-box");
});

it("does not let a box that is not checked hide a finding", () => {
  expect(together([state("checked", 1), state("unknown-box")]).watch).toBe("checked");
});

it("forgets the frames of a page that was left", () => {
  const texts: string[] = [];
  const action = {
    setBadgeText: async ({ text }: { text: string }) => void texts.push(text),
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
    setTitle: async () => undefined,
  } as unknown as typeof chrome.action;
  const badges = createBadges(action);
  const tab = { id: 4 } as chrome.tabs.Tab;
  badges.show(state("checked", 1), { tab, frameId: 7, documentId: "frame" });
  badges.show(state("checked", 1), { tab, frameId: 0, documentId: "one" });
  badges.show(state("checked", 0, 0, 1), { tab, frameId: 0, documentId: "two" });
  expect(texts).toEqual(["1", "1", "1"]);
});
