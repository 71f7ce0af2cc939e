/** The ways from the text to the card and back: the keyboard command, a click on a mark, the popup. */
import { badges, reachCard, throughPopup } from "../harness/popup";
import { expect, test } from "../harness/test";
import { author, stop, warn } from "./drafts";
import { replicaNamed } from "./replica-named";

const HOME = replicaNamed("x home");
const BOXES = [
  "x modal",
  "facebook feed",
  "linkedin interop post",
  "linkedin sdui post",
  "linkedin message in a dialog",
];

test.beforeEach(async ({ desk }) => desk.settings(author));

for (const replica of BOXES.map(replicaNamed)) {
  test(`the command goes from ${replica.name} to the card, and Escape back to the caret`, async ({ desk }) => {
    const box = await desk.open(replica);
    await box.type(stop.text);
    await desk.until("findings");
    for (let step = 0; step < "to us.".length; step += 1) await box.press("ArrowLeft");
    await reachCard(desk.lozenge);
    await desk.page.bringToFront();
    await expect.poll(async () => (await desk.card())?.focused).toBe("heading");
    expect((await desk.card())?.findings.length).toBeGreaterThan(0);
    await box.press("Tab");
    await expect.poll(async () => (await desk.card())?.focused).not.toBe("heading");
    await box.press("Escape");
    await expect.poll(async () => (await desk.card())?.focused).toBeUndefined();
    await desk.page.keyboard.type("indeed ");
    await expect.poll(async () => (await box.shown()).trim()).toBe(stop.text.replace("to us.", "indeed to us."));
    expect(await box.posted()).toEqual([]);
  });
}

test("a finding picked in the popup is what the card's focus goes to", async ({ desk }) => {
  const box = await desk.open(HOME);
  await box.type(`${warn.text} ${stop.text}`);
  await desk.until("findings");
  const { report } = await throughPopup(desk.lozenge, 1);
  await desk.page.bringToFront();
  await expect.poll(async () => (await desk.card())?.focused).toBe("finding-1");
  const card = await desk.card();
  expect(card?.findings[1]?.message).toContain(report?.findings[1]?.message);
  await box.press("Escape");
  await desk.page.keyboard.type(" Thanks.");
  await expect.poll(async () => (await box.shown()).trim()).toBe(`${warn.text} ${stop.text} Thanks.`);
});

test("a click on a mark opens its finding and leaves the caret in the text", async ({ desk }) => {
  const box = await desk.open(HOME);
  await box.type(stop.text);
  await desk.until("findings");
  expect((await desk.card())?.findings).toEqual([]);
  await expect.poll(desk.marks).toContainEqual({ severity: "stop", text: stop.quote });
  const at = await desk.page.evaluate((quote) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const range = ranges.find((one): one is Range => one instanceof Range && one.toString() === quote);
    const place = range?.getBoundingClientRect();
    return place && { x: place.left + place.width / 2, y: place.top + place.height / 2 };
  }, stop.quote);
  if (at === undefined) throw new Error("the mark has no place on the page");
  await desk.page.mouse.click(at.x, at.y);
  await expect
    .poll(async () => (await desk.card())?.findings.some(({ quotes }) => quotes.includes(stop.quote)))
    .toBe(true);
  expect((await desk.card())?.focused).toBeUndefined();
});

test("the badge counts what was found, and forgets a frame that went away", async ({ desk }) => {
  const box = await desk.open(replicaNamed("linkedin post in the preload frame"));
  await box.type(stop.text);
  await desk.until("findings");
  await expect.poll(() => badges(desk.lozenge)).toContainEqual(expect.stringMatching(/^[1-9]/));
  await desk.page.evaluate(() => document.querySelector('[data-testid="interop-iframe"]')?.remove());
  await expect.poll(() => badges(desk.lozenge)).not.toContainEqual(expect.stringMatching(/./));
});
