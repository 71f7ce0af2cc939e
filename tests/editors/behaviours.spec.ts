/** What every box of every site must do: be read exactly, marked exactly, and mended in one step of undo. */
import type { Page } from "@playwright/test";
import { address, type Replica, replicas, type Switches } from "../sites";
import { openBox, postedOn, publishByButton } from "../sites/spec-page";
import { expect, type Remote, test } from "./page-test";

const boxes = replicas.filter(({ frame }) => frame === undefined);

/** The same box at another address: read there, and tried in full where its twin is. */
const twins = [
  "x modal from home",
  "facebook group",
  "facebook page",
  "facebook business",
  "messenger",
  "linkedin company page",
];

/** What the site puts in front of a reply is not the author's text, and is published with it. */
function put(replica: Replica): string {
  return replica.site === "linkedin" && replica.surface === "reply" ? (replica.starts ?? "") : "";
}

/** Opens a box, types lines after what stood there, and says what the author's text is then. */
async function typed(page: Page, replica: Replica, lines: readonly string[], switches: Switches = {}): Promise<string> {
  const holder = await openBox(page, replica, address(replica, switches));
  await holder.focus();
  await holder.press("ControlOrMeta+End");
  for (const [index, line] of lines.entries()) {
    if (index > 0) await holder.press(replica.newline);
    await page.keyboard.type(line);
  }
  return (replica.starts ?? "").slice(put(replica).length) + lines.join("\n");
}

async function publishedText(page: Page, replica: Replica): Promise<string> {
  await publishByButton(page, replica);
  const [posted] = await postedOn(page);
  const text = (replica.field ? posted?.fields?.[replica.field] : posted?.text) ?? "";
  expect(text.startsWith(put(replica))).toBe(true);
  return text.slice(put(replica).length);
}

async function expectWords(lozenge: Remote, words: string): Promise<void> {
  await expect.poll(async () => (await lozenge.words()).at(-1)).toBe(words);
}

for (const replica of boxes) {
  const many = replica.newline !== "none";
  const lines = many
    ? ["Ward round  at nine 🙂 done", "", "second #line with https://example.org/a ", "👩‍⚕️ and 🇬🇧 last"]
    : ["Ward round  at nine 🙂 done"];

  test.describe(replica.name, () => {
    test("is read exactly as it is published", async ({ page, lozenge }) => {
      const text = await typed(page, replica, lines);
      await expectWords(lozenge, text);
      expect(await lozenge.mapRoundTrips()).toEqual([]);
      expect(await publishedText(page, replica)).toBe(text);
    });

    if (twins.includes(replica.name)) return;

    test("is mended in place, and one step of undo gives the text back", async ({ page, lozenge }) => {
      const text = await typed(page, replica, ["I saw Jean Grey on the ward today"]);
      await expectWords(lozenge, text);
      expect(await lozenge.replace(0, "Jean Grey", "someone")).toEqual({ outcome: "applied" });
      const mended = text.replace("Jean Grey", "someone");
      await expectWords(lozenge, mended);
      await page.keyboard.press("ControlOrMeta+z");
      await expectWords(lozenge, text);
      expect(await lozenge.replace(0, "Jean Grey", "someone")).toEqual({ outcome: "applied" });
      expect(await publishedText(page, replica)).toBe(mended);
    });

    test("gives words up where the fix takes them out", async ({ page, lozenge }) => {
      const text = await typed(page, replica, ["I saw Jean Grey today"]);
      await expectWords(lozenge, text);
      expect(await lozenge.replace(0, " Jean Grey", "")).toEqual({ outcome: "applied" });
      expect(await publishedText(page, replica)).toBe(text.replace(" Jean Grey", ""));
    });

    test("keeps the caret where the author was typing", async ({ page, lozenge }) => {
      const text = await typed(page, replica, ["I saw Jean Grey today"]);
      await expectWords(lozenge, text);
      expect(await lozenge.replace(0, "Jean Grey", "someone")).toEqual({ outcome: "applied" });
      await page.keyboard.type(" too");
      await expectWords(lozenge, `${text.replace("Jean Grey", "someone")} too`);
    });

    if (many) {
      test("takes a wording of its own paragraph at the end", async ({ page, lozenge }) => {
        const text = await typed(page, replica, ["First line", "second line"]);
        await expectWords(lozenge, text);
        expect(await lozenge.append("\n\nViews my own.")).toEqual({ outcome: "applied" });
        await page.keyboard.press("ControlOrMeta+z");
        await expectWords(lozenge, text);
        expect(await lozenge.append("\n\nViews my own.")).toEqual({ outcome: "applied" });
        expect(await publishedText(page, replica)).toBe(`${text}\n\nViews my own.`);
      });
    }

    if (replica.editor !== "field") {
      test("is marked on the quoted words and on nothing else", async ({ page, lozenge }) => {
        const text = await typed(page, replica, lines);
        await expectWords(lozenge, text);
        const quotes = many ? ["round", "🙂", "#line", "🇬🇧", "https://example.org/a"] : ["round", "🙂"];
        const asked = quotes.map((quote) => ({ quote, severity: "stop" as const }));
        expect(await lozenge.mark(asked)).toEqual(quotes.map((quote) => `stop: ${quote}`));
        expect(await lozenge.markAtMiddle()).toBe(0);
      });

      test("is not changed by marks", async ({ page, lozenge }) => {
        const text = await typed(page, replica, ["Ward round at nine"]);
        await expectWords(lozenge, text);
        const before = (await lozenge.events()).length;
        await lozenge.mark([{ quote: "round" }]);
        await lozenge.mark([{ quote: "nine" }]);
        expect(await lozenge.events()).toHaveLength(before);
      });
    }
  });
}
