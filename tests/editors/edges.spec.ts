/** What is rare in a box and must not go wrong: pictures of emoji, invisible characters, boxes that go or are strange. */
import { address, replicas } from "../sites";
import { openBox } from "../sites/spec-page";
import { expect, test } from "./page-test";

const HOLDER = '[data-testid="tweetTextarea_0"]';

for (const name of ["facebook feed", "facebook message", "linkedin interop post", "linkedin sdui post"]) {
  test(`${name}: a picture of an emoji is the emoji`, async ({ page, lozenge }) => {
    const one = replicas.find((replica) => replica.name === name);
    if (!one) throw new Error(`There is no replica “${name}”.`);
    const holder = await openBox(page, one, address(one, { emoji: "img" }));
    await holder.focus();
    await page.keyboard.type("tea 🙂 and cake");
    await expect(holder.locator("img[alt='🙂']")).toHaveCount(1);
    expect(await lozenge.words()).toEqual(["tea 🙂 and cake"]);
    expect(await lozenge.mark([{ quote: "🙂 and" }, { quote: "tea" }])).toEqual(["warn: 🙂 and", "warn: tea"]);
    expect(await lozenge.replace(0, "cake", "toast")).toEqual({ outcome: "applied" });
    await expect(holder.locator("img[alt='🙂']")).toHaveCount(1);
  });
}

test("invisible characters are no text, and marks span them", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home");
  await page.locator(HOLDER).focus();
  await page.keyboard.insertText("Je\u200Ban \uFEFFGrey");
  await expect(page.locator(HOLDER)).toContainText("Grey");
  expect(await lozenge.words()).toEqual(["Jean Grey"]);
  expect(await lozenge.mark([{ quote: "Jean" }, { quote: "Grey" }])).toEqual(["warn: Jean", "warn: Grey"]);
});

test("a text box that is not understood is said to be unknown", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home");
  await page.evaluate(() => {
    const dialog = document.createElement("div");
    dialog.setAttribute("role", "dialog");
    const box = document.createElement("div");
    box.contentEditable = "true";
    box.setAttribute("role", "textbox");
    box.textContent = "something new";
    dialog.append(box);
    document.body.append(dialog);
    box.focus();
  });
  await expect.poll(async () => (await lozenge.events()).at(-1)).toBe("unknown");
});

test("a box that is taken off the page is left", async ({ page, lozenge }) => {
  await page.goto("https://x.com/compose/post");
  await page.locator(`[role="dialog"] ${HOLDER}`).pressSequentially("abc");
  expect(await lozenge.hasBox()).toBe(true);
  await page.getByTestId("app-bar-close").click();
  await expect.poll(() => lozenge.hasBox()).toBe(false);
  await expect.poll(async () => (await lozenge.events()).includes("left")).toBe(true);
});

test("a fix whose place is not in the text is refused, with the text untouched", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home");
  await page.locator(HOLDER).pressSequentially("short");
  expect(await lozenge.apply([{ start: 3, end: 99, text: "x" }])).toMatchObject({ outcome: "refused" });
  expect(await lozenge.words()).toEqual(["short"]);
});

test("several edits are made together", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home");
  await page.locator(HOLDER).pressSequentially("Ann met Tom at two");
  const edits = [
    { start: 0, end: 3, text: "Someone" },
    { start: 8, end: 11, text: "somebody" },
  ];
  expect(await lozenge.apply(edits)).toEqual({ outcome: "applied" });
  expect(await lozenge.words()).toEqual(["Someone met somebody at two"]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => lozenge.words()).toEqual(["Ann met Tom at two"]);
});

test("after the end nothing is heard any more", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home");
  await page.locator(HOLDER).pressSequentially("a");
  await lozenge.mark([{ quote: "a" }]);
  await lozenge.stop();
  const before = (await lozenge.events()).length;
  await page.locator(HOLDER).pressSequentially("bc");
  expect(await lozenge.events()).toHaveLength(before);
  expect(await lozenge.hasBox()).toBe(false);
});
