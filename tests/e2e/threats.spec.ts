/** What a hostile page and a hostile policy file try, as SECURITY.md tells it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../harness/test";
import { author, stop } from "./drafts";
import { replicaNamed } from "./replica-named";

const HOME = replicaNamed("x home");
const PACK = join(import.meta.dirname, "../../docs/examples/fenmoor.toml");

test("a page reads nothing of what was found, and reaches nothing of the extension", async ({ desk }) => {
  await desk.settings(author);
  const box = await desk.open(HOME);
  await box.type(stop.text);
  await desk.until("findings");
  await box.submit();
  const { text } = await desk.until("held");
  expect(text).toContain("Not posted yet");
  const seen = await desk.page.evaluate(() => ({
    roots: [...document.querySelectorAll("*")].filter(({ shadowRoot }) => shadowRoot !== null).length,
    words: document.documentElement.innerText + document.documentElement.outerHTML,
    api: typeof (globalThis as { chrome?: { storage?: unknown } }).chrome?.storage,
  }));
  expect(seen.roots).toBe(0);
  expect(seen.words).not.toContain("Not posted yet");
  expect(seen.words).not.toContain("Lozenge is wrong");
  expect(seen.api).toBe("undefined");
});

test("a script's clicks and keys on the card let nothing go", async ({ desk }) => {
  await desk.settings(author);
  const box = await desk.open(HOME);
  await box.type(stop.text);
  await desk.until("findings");
  await box.submit();
  const before = await desk.until("held");
  await desk.page.evaluate(() => {
    const host = document.querySelector("lozenge-card");
    const { left, top, width, height } = host?.getBoundingClientRect() ?? new DOMRect();
    for (let step = 0; step < 40; step += 1) {
      const [clientX, clientY] = [left + width / 2, top + (height * step) / 40];
      const at = document.elementFromPoint(clientX, clientY) ?? host;
      at?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, clientX, clientY }));
    }
    for (const key of ["Tab", "Enter", " "]) {
      host?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
    }
  });
  const after = await desk.until("held");
  expect(after.keys).toEqual(before.keys);
  expect(await box.posted()).toEqual([]);
  expect(await box.shown()).toContain(stop.text);
});

test("markup in a policy file stays words", async ({ desk }) => {
  const markup = "<img src=x onerror=alert(1)><b>This names a ward</b>";
  const pack = (await readFile(PACK, "utf8")).replace('message = "This names a ward', `message = "${markup}`);
  expect(pack).toContain(markup);
  await desk.settings({ organisation: "own-pack", pack });
  const dialogs: string[] = [];
  desk.page.on("dialog", (dialog) => dialogs.push(dialog.message()));
  const box = await desk.open(HOME);
  await box.type("Quiet night on Kittiwake Ward");
  await desk.until("findings");
  await desk.press("toggle");
  await expect.poll(async () => (await desk.card())?.text).toContain(markup);
  expect(dialogs).toEqual([]);
});
