/** What Lozenge does when things are taken away under it. */
import { expect, test } from "../harness/test";
import { type Replica, replicas } from "../sites/index";

const STOP = "Ward round: the patient in bed 4, NHS number 943 476 5919, went home today.";
const CLEAN = "The allotment gave us four kilos of plums.";

const modal = replicas.find(({ name }) => name === "x modal") as Replica;
const inline = replicas.find(({ name }) => name === "x home") as Replica;

test("a background that was ended answers the next draft", async ({ desk, lozenge }) => {
  test.skip(lozenge.name === "firefox", "WebDriver has no way to end an event page");
  const box = await desk.open(modal, { wasm: "refused" });
  await box.type(CLEAN);
  await desk.until("clear");
  await lozenge.stopBackground();
  await box.type(` ${STOP}`);
  await desk.until("findings");
  await lozenge.stopBackground();
  await box.submit();
  await desk.until("held");
  expect(await box.submits()).toBe(0);
});

test("after an update the old script goes quiet, asks for a reload, and holds nothing", async ({ desk, lozenge }) => {
  test.skip(lozenge.name === "firefox", "Firefox puts the new script into open pages itself");
  const box = await desk.open(modal, { wasm: "allowed" });
  await box.type(STOP);
  await desk.until("findings");
  await lozenge.reload();
  await desk.page.bringToFront();
  await box.focus();
  await box.type(" ");
  const { text } = await desk.until("stale");
  expect(text).toContain("reload this page to check again");
  expect(await desk.marks()).toEqual([]);
  await box.submit();
  await expect.poll(async () => (await box.posted()).length).toBe(1);
});

test("a box that is taken away while it is checked leaves nothing behind", async ({ desk }) => {
  const failures: string[] = [];
  desk.page.on("pageerror", (error) => failures.push(String(error)));
  const box = await desk.open(modal, { wasm: "refused" });
  await box.type(STOP);
  await desk.page.evaluate(() => document.querySelector('[role="dialog"]')?.remove());
  await expect.poll(async () => (await desk.marks()).length).toBe(0);
  await expect.poll(() => desk.page.evaluate(() => document.querySelectorAll("lozenge-card").length)).toBe(0);
  expect(failures).toEqual([]);
});

test("a page that throws the card out gets it back, with its focus", async ({ desk }) => {
  const box = await desk.open(modal);
  await box.type(STOP);
  await box.submit();
  await desk.until("held");
  await desk.page.evaluate(() => document.querySelector("lozenge-card")?.remove());
  await expect.poll(async () => (await desk.card())?.focused).toBe("heading");
});

test("the page behind a modal and the modal each keep their own findings", async ({ desk }) => {
  const first = await desk.open(inline);
  await first.type(STOP);
  await desk.until("findings");
  await desk.page.click('[data-testid="SideNav_NewTweet_Button"]');
  await desk.page.waitForSelector('[role="dialog"] [data-testid^="tweetTextarea_"][contenteditable="true"]');
  await desk.page.click('[role="dialog"] [data-testid^="tweetTextarea_"][contenteditable="true"]');
  await desk.page.keyboard.type(CLEAN);
  await desk.until("clear");
  await desk.page.click(modal.submit);
  await expect.poll(async () => (await first.posted()).map(({ text }) => text)).toEqual([CLEAN]);
});

test("storage that was emptied asks again and goes on checking", async ({ desk }) => {
  await desk.settings({ organisation: "elft" });
  const box = await desk.open(modal);
  await box.type(STOP);
  await desk.until("findings");
  const { store } = await import("../harness/settings");
  await store(desk.lozenge);
  await desk.page.bringToFront();
  await box.type(" Bye.");
  await desk.until("findings");
  await desk.press("toggle");
  expect((await desk.card())?.findings.length).toBeGreaterThan(0);
  await expect.poll(async () => (await desk.card())?.keys).toContain("options");
});

test("while an input method composes, nothing is checked and Enter is left to it", async ({ desk, lozenge }) => {
  test.skip(lozenge.name === "firefox", "WebDriver has no input method");
  const box = await desk.open(modal);
  await box.type("x");
  await desk.until("clear");
  const session = await desk.page.createCDPSession();
  await session.send("Input.imeSetComposition", {
    text: "NHS number 943 476 5919",
    selectionStart: 23,
    selectionEnd: 23,
  });
  expect((await desk.card())?.state).toBe("checking");
  await session.send("Input.insertText", { text: " patient NHS number 943 476 5919" });
  await desk.until("findings");
});
