/** What pages and browsers do to an extension: nothing of it may lose, change or hold back the author's words. */
import { cards } from "../harness/card";
import { stored } from "../harness/settings";
import { expect, test } from "../harness/test";
import { letGo } from "./behaviours";
import { author, clean, stop, warn } from "./drafts";
import { replicaNamed } from "./replica-named";

const HOME = replicaNamed("x home");
const MODAL = replicaNamed("x modal");
const FEED = replicaNamed("facebook feed");
const COMMENT = replicaNamed("facebook comment");

test.beforeEach(async ({ desk }) => desk.settings(author));

test.describe("where the page refuses WebAssembly and where it does not", () => {
  for (const wasm of ["refused", "allowed"] as const) {
    test(`${wasm}: the same draft is held and let go`, async ({ desk }) => {
      const box = await desk.open(FEED, { wasm });
      await box.type(stop.text);
      await desk.until("findings");
      await box.submit();
      await letGo(desk);
      await expect.poll(box.postedText).toEqual([stop.text]);
    });
  }
});

test("a page that draws itself anew keeps its marks, its card and the author's words", async ({ desk }) => {
  const box = await desk.open(HOME, { rerender: "1" });
  await box.type(stop.text);
  await desk.until("findings");
  await expect.poll(desk.marks).toContainEqual({ severity: "stop", text: stop.quote });
  await box.submit();
  await letGo(desk);
  await expect.poll(box.postedText).toEqual([stop.text]);
});

test("text that changes between the hold and the letting go is held anew", async ({ desk }) => {
  const box = await desk.open(HOME);
  await box.type(warn.text);
  await desk.until("findings");
  await box.submit();
  await desk.until("held");
  await box.focus();
  await box.press("End");
  await box.type(` ${stop.text}`);
  await desk.until("findings", "checking");
  await box.submit();
  const held = await desk.until("held");
  expect(held.keys).not.toContain("go");
  expect(await box.posted()).toEqual([]);
});

test("in a language that nobody here reads, the same boxes are held", async ({ desk }) => {
  const box = await desk.open(FEED, { lang: "th" });
  await box.type(stop.text);
  await desk.until("findings");
  await box.submit();
  await letGo(desk);
  await expect.poll(box.postedText).toEqual([stop.text]);
});

test("a thread is read whole and posted whole", async ({ desk }) => {
  const box = await desk.open(MODAL);
  await box.type("First part.");
  await desk.page.click('[data-testid="addButton"]');
  await desk.page.waitForFunction((holder) => document.querySelectorAll(holder).length === 2, {}, MODAL.holder);
  await box.focus();
  await box.type(stop.text);
  await desk.until("findings");
  await expect.poll(desk.marks).toContainEqual({ severity: "stop", text: stop.quote });
  await box.submit();
  await letGo(desk);
  await expect.poll(box.posted).toMatchObject([{ parts: ["First part.", stop.text] }]);
});

test("Enter belongs to the site's suggestions while they are open", async ({ desk }) => {
  const box = await desk.open(HOME);
  await box.type(`${stop.text} @gwe`);
  await desk.page.waitForSelector('[id^="typeaheadDropdownWrapped-"]');
  await box.press("Enter");
  await desk.page.waitForFunction(() => document.querySelector('[id^="typeaheadDropdownWrapped-"]') === null);
  expect(await box.shown()).toContain("@gwenprosser");
  expect((await desk.card())?.state).not.toBe("held");
});

test("an author who chose nothing is held by a stop alone, under an example", async ({ desk }) => {
  await desk.settings({});
  const box = await desk.open(HOME);
  await box.type(warn.text);
  await desk.until("findings", "clear");
  await box.submit();
  await expect.poll(box.postedText).toEqual([warn.text]);
  await box.focus();
  await box.type(stop.text);
  await desk.until("findings");
  await box.submit();
  expect((await desk.until("held")).text).toContain("Example");
});

test("storage with rubbish in it holds what is serious all the same", async ({ desk }) => {
  await desk.lozenge.onOwnPage(
    "options/options.html",
    async () => await chrome.storage.local.set({ settings: { version: "x", organisation: 7 }, people: "nobody" }),
    "",
  );
  await desk.page.bringToFront();
  const box = await desk.open(HOME);
  await box.type(stop.text);
  await desk.until("findings");
  await box.submit();
  await desk.until("held");
});

test("nothing of a draft is stored, logged or thrown", async ({ desk }) => {
  const said: string[] = [];
  desk.page.on("console", (message) => said.push(message.text()));
  desk.page.on("pageerror", (error) => said.push(String(error)));
  const box = await desk.open(COMMENT);
  await box.type(stop.text);
  await desk.until("findings");
  await box.submit();
  await letGo(desk);
  await expect.poll(box.postedText).toEqual([stop.text]);
  await expect.poll(() => stored(desk.lozenge)).toContain("patient-identifier");
  const kept = await stored(desk.lozenge);
  for (const word of [stop.quote, "kind to us", "9434765919"]) {
    expect(kept).not.toContain(word);
    expect(said.join("\n")).not.toContain(word);
  }
});

test("the extension loaded anew under an open page leaves one card, and the author can post", async ({ desk }) => {
  const box = await desk.open(HOME);
  await box.type(clean);
  await desk.until("clear");
  await desk.lozenge.reload();
  await desk.page.bringToFront();
  await box.type(` ${warn.text}`);
  // Firefox puts the new script into pages that are open; in Chromium the old one asks for a reload and goes quiet.
  await desk.until(desk.lozenge.name === "firefox" ? "findings" : "stale");
  expect(await cards(desk.lozenge, desk.page)).toHaveLength(1);
  await box.submitUntilPosted();
  expect(await box.postedText()).toEqual([`${clean} ${warn.text}`]);
});
