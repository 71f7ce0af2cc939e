import { beforeEach, expect, it } from "vitest";
import { type FakeChrome, installFakeChrome } from "../../tests/pages/fake-chrome";
import { parseToBackground } from "../shared/parse";
import { clearDecisions, forgetOldDecisions, keepDecision, readDecisions } from "./decisions";

const decision = { type: "decision", family: "patient-identifier", reason: "not-a-patient" } as const;
const tab = { id: 1, incognito: false } as chrome.tabs.Tab;
const today = new Date("2026-11-21T10:00:00Z");

let fake: FakeChrome;
beforeEach(() => {
  fake = installFakeChrome();
});

it("keeps family, reason and day, and nothing else", async () => {
  await keepDecision({ ...decision, quote: "943 476 5919" } as typeof decision, tab, today);
  expect(fake.stored.decisions).toEqual([
    { family: "patient-identifier", reason: "not-a-patient", date: "2026-11-21" },
  ]);
});

it("keeps nothing in private windows", async () => {
  await keepDecision(decision, { ...tab, incognito: true }, today);
  expect(fake.stored).toEqual({});
});

it("forgets after 30 days", async () => {
  await keepDecision(decision, tab, today);
  expect(await readDecisions(new Date("2026-12-20T23:00:00Z"))).toHaveLength(1);
  expect(await readDecisions(new Date("2026-12-21T00:00:00Z"))).toHaveLength(0);
  await forgetOldDecisions(new Date("2026-12-21T00:00:00Z"));
  expect(fake.stored.decisions).toEqual([]);
});

it("is cleared when the author says so", async () => {
  await keepDecision(decision, tab, today);
  await clearDecisions();
  expect(await readDecisions(today)).toEqual([]);
});

it("survives a log that something else wrote over", async () => {
  fake.stored.decisions = ["x", null, { family: "Mr Smith said", reason: "y", date: "2026-11-21" }];
  await keepDecision(decision, tab, today);
  expect(await readDecisions(today)).toHaveLength(1);
});

it("takes no words for a family or a reason", () => {
  expect(parseToBackground({ ...decision, reason: "the patient is Mr Smith" })).toBeUndefined();
  expect(parseToBackground({ ...decision, family: "a".repeat(41) })).toBeUndefined();
  expect(parseToBackground(decision)).toEqual(decision);
});
