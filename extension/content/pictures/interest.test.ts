import { expect, it } from "vitest";
import type { Draft, Finding, Report } from "../../shared/records";
import { type CheckerHost, NO_HOST } from "../host/host";
import { createInterest } from "./interest";

const { signal } = new AbortController();
const draft: Draft = { text: "Hello", site: "other", surface: "post", capacity: "personal" };

/** A checker that has something to say of a logo on personal accounts. */
function host(asked: Draft[]): CheckerHost {
  return {
    ...NO_HOST,
    kind: "worker",
    async check(made) {
      asked.push(made);
      const logo = { family: "logo" } as Finding;
      return { findings: made.capacity === "personal" ? [logo] : [] } as unknown as Report;
    },
  };
}

it("asks the checker once for each capacity, with none of the author's words", async () => {
  const asked: Draft[] = [];
  const known = host(asked);
  const minds = createInterest(() => known, signal);
  expect([minds(draft), minds({ ...draft, capacity: "official" })]).toEqual([true, true]);
  await Promise.resolve();
  await Promise.resolve();
  expect([minds(draft), minds({ ...draft, text: "Other", capacity: "official" })]).toEqual([true, false]);
  expect(asked.map(({ text }) => text)).toEqual(["", ""]);
});

it("takes pictures to matter while the checker loads, and not where there is none", () => {
  expect(createInterest(() => undefined, signal)(draft)).toBe(true);
  expect(createInterest(() => NO_HOST, signal)(draft)).toBe(false);
});
