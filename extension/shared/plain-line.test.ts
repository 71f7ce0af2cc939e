import { afterAll, beforeEach, expect, it } from "vitest";
import english from "../_locales/en_GB/messages.json";
import { plainLine } from "./plain-line";
import { summaryKey } from "./summary-key";
import { supplyWords } from "./words";

const KNOWN = { summary: "Read these policies too." };
const WELSH = "Darllenwch y polisïau hyn hefyd.";

beforeEach(() => supplyWords({ language: { message: "cy" }, [summaryKey(KNOWN.summary)]: { message: WELSH } }));
afterAll(() => supplyWords(english));

it("is Welsh for a Welsh reader", () => {
  expect(plainLine(KNOWN)).toEqual({ words: WELSH, lang: "cy" });
});

it("is the pack's own Welsh where it has any", () => {
  expect(plainLine({ ...KNOWN, summary_cy: "Darllenwch rhain." })).toEqual({ words: "Darllenwch rhain.", lang: "cy" });
});

it("stays English, and says so, where nobody wrote it in Welsh", () => {
  const summary = "Read these policies first.";
  expect(plainLine({ summary })).toEqual({ words: summary, lang: "en-GB" });
});

it("is English for everybody else", () => {
  supplyWords({ ...english, [summaryKey(KNOWN.summary)]: { message: WELSH } });
  expect(plainLine({ ...KNOWN, summary_cy: WELSH })).toEqual({ words: KNOWN.summary, lang: "en-GB" });
});

it("is nothing where the pack has no plain line", () => {
  expect(plainLine({})).toBeUndefined();
});
