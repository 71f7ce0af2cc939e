import { expect, test } from "vitest";
import { shiftSpans } from "./shift";

/** The text with its marked stretches in brackets. */
function marked(picture: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = "";
  let open = 0;
  for (const char of picture) {
    if (char === "[") open = text.length;
    else if (char === "]") spans.push({ start: open, end: text.length });
    else text += char;
  }
  return { text, spans };
}

/** Edits `before` into `after`'s text and expects the brackets of `after`. */
function becomes(before: string, after: string): void {
  const old = marked(before);
  const wanted = marked(after);
  expect(shiftSpans(old.text, wanted.text, old.spans)).toEqual(wanted.spans);
}

test("an edit before a mark moves it, one after it does not", () => {
  becomes("saw [Jean] today", "I saw [Jean] today");
  becomes("saw [Jean] today", "saw [Jean] only today");
  becomes("I saw [Jean] today", "saw [Jean] today");
});

test("an edit inside a mark drops it and keeps the others", () => {
  becomes("[Jean] met [Tom] and [Ann]", "[Jean] met Tim and [Ann]");
  becomes("saw [Jean Grey] today", "saw Jean Mary Grey today");
});

test("a replacement across the edge of a mark drops it", () => {
  becomes("saw [Jean] today", "saw Jane tonight");
});

test("a word that grows at the edge of a mark drops it, a space or full stop beside it does not", () => {
  becomes("saw [Jean]", "saw Jeanette");
  becomes("[Ann] came", "JoAnn came");
  becomes("saw [Jean]", "saw [Jean] ");
  becomes("saw [Jean]", "saw [Jean].");
  becomes("[Ann] came", "“[Ann] came");
});

test("taking away what stands directly beside a mark drops it", () => {
  becomes("saw [Jean] today", "saw Jeantoday");
});

test("offsets count UTF-16 units", () => {
  becomes("🙂 [Jean]", "🙂🙂 [Jean]");
  becomes("🙂 [Jean] 🙂", "[Jean] 🙂");
});

test("nothing marked, nothing changed", () => {
  becomes("hello", "hello there");
  becomes("[hello]", "[hello]");
  becomes("[hello]", "");
});

test("other keys of a span are kept", () => {
  expect(shiftSpans("a b", "x a b", [{ start: 2, end: 3, index: 7 }])).toEqual([{ start: 4, end: 5, index: 7 }]);
});
