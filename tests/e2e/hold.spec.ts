/** A post is held for one look, goes when the author says so, and goes exactly once. */
import type { Box } from "../harness/box";
import { type Desk, expect, test } from "../harness/test";
import { type Replica, replicas } from "../sites/index";

const STOP = "Ward round: the patient in bed 4, NHS number 943 476 5919, went home today.";
const CLEAN = "The allotment gave us four kilos of plums.";
/** Longer than the card must be in view before a press counts as an answer to it. */
const AFTER_READING = { intervals: [800] };

function replica(name: string): Replica {
  const found = replicas.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no replica is called ${name}`);
  return found;
}

const modal = replica("x modal");
const message = replica("x message");

/** What was posted, once the site has it. */
async function sent(box: Box): Promise<string[]> {
  await expect.poll(async () => (await box.posted()).length).toBeGreaterThan(0);
  return (await box.posted()).map(({ text = "" }) => text);
}

/** Presses as an author does who waits a moment between presses. */
async function submitUntilPosted(box: Box): Promise<void> {
  const press = async (): Promise<number> => {
    await box.submit();
    return (await box.posted()).length;
  };
  await expect.poll(press, AFTER_READING).toBe(1);
}

/** Gives the first reason for everything that stops. */
async function giveReasons(desk: Desk): Promise<void> {
  const { keys } = await desk.until("held");
  for (const key of keys.filter((one) => one.endsWith("-reason-not-real"))) await desk.press(key);
}

for (const wasm of ["allowed", "refused"] as const) {
  test.describe(`with the checker in the ${wasm === "allowed" ? "page" : "background"}`, () => {
    test("a clean post goes at once, by button and by key, and is the author's own press", async ({ desk }) => {
      const box = await desk.open(modal, { wasm });
      await box.type(CLEAN);
      await desk.until("clear");
      await box.submit();
      expect(await sent(box)).toEqual([CLEAN]);
      expect((await box.posted())[0]?.trusted).toBe(true);

      const again = await desk.open(modal, { wasm });
      await again.type(CLEAN);
      await desk.until("clear");
      await again.press("Control+Enter");
      expect(await sent(again)).toEqual([CLEAN]);
      expect((await again.posted())[0]?.trusted).toBe(true);
    });

    test("a press before the pause in typing is over posts exactly the text, once", async ({ desk }) => {
      const box = await desk.open(modal, { wasm });
      await desk.until("ready");
      await box.type(CLEAN);
      await box.press("Control+Enter");
      expect(await sent(box)).toEqual([CLEAN]);
      expect(await box.submits()).toBe(1);
    });

    test("a press before the pause in typing is over is held where something stops it", async ({ desk }) => {
      const box = await desk.open(modal, { wasm });
      await desk.until("ready");
      await box.type(STOP);
      await box.press("Control+Enter");
      await desk.until("held");
      expect(await box.submits()).toBe(0);
    });

    test("a stop is held by button and by key, takes focus, says so, and keeps the text", async ({ desk }) => {
      const box = await desk.open(modal, { wasm });
      await box.type(STOP);
      await desk.until("findings");
      await box.press("Control+Enter");
      const held = await desk.until("held");
      expect(held.focused).toBe("heading");
      expect(held.assertive).toContain("Not posted yet");
      expect(held.findings[0]?.severity).toBe("stop");
      await box.submit();
      await box.submit();
      expect(await box.submits()).toBe(0);
      expect((await box.shown()).trim()).toBe(STOP);
    });

    test("a stop goes once every reason is picked, by the card", async ({ desk }) => {
      const box = await desk.open(modal, { wasm });
      await box.type(STOP);
      await box.submit();
      expect((await desk.until("held")).keys).not.toContain("go");
      await giveReasons(desk);
      await desk.press("go");
      expect(await sent(box)).toEqual([STOP]);
      expect(await box.submits()).toBe(1);
    });

    test("a stop goes once every reason is picked, by the site's own button", async ({ desk }) => {
      const box = await desk.open(modal, { wasm });
      await box.type(STOP);
      await box.submit();
      await giveReasons(desk);
      await submitUntilPosted(box);
      expect(await sent(box)).toEqual([STOP]);
    });

    test("a site that heeds no scripted press gets one more press of the author's", async ({ desk }) => {
      const box = await desk.open(modal, { wasm, untrusted: "ignored" });
      await box.type(STOP);
      await box.submit();
      await giveReasons(desk);
      await desk.press("go");
      await desk.until("press-again");
      expect(await box.posted()).toEqual([]);
      await box.submit();
      expect(await sent(box)).toEqual([STOP]);
    });

    test("Escape gives the caret back to where it was", async ({ desk }) => {
      const box = await desk.open(modal, { wasm });
      await box.type(STOP);
      await desk.until("findings");
      for (let step = 0; step < 6; step += 1) await box.press("ArrowLeft");
      await box.press("Control+Enter");
      await desk.until("held");
      await box.press("Escape");
      await box.type("early ");
      expect((await box.shown()).trim()).toBe(STOP.replace("today", "early today"));
    });
  });
}

test("in a message a stop holds, and plain Enter is the press", async ({ desk }) => {
  const box = await desk.open(message);
  await box.type(STOP);
  await box.press("Enter");
  const held = await desk.until("held");
  expect(held.text).toContain("Not sent yet");
  expect(await box.posted()).toEqual([]);
});

test("a decision is for these findings: a new one holds again, the same ones in a changed text do not", async ({
  desk,
}) => {
  const box = await desk.open(modal, { untrusted: "ignored" });
  await box.type(STOP);
  await box.submit();
  await giveReasons(desk);
  await desk.press("back");
  await box.type(" Well done all.");
  await submitUntilPosted(box);

  const other = await desk.open(modal);
  await other.type(STOP);
  await other.submit();
  await giveReasons(desk);
  await desk.press("back");
  await other.type(" The patient beside her, NHS number 987 654 4321, did not.");
  await other.press("Control+Enter");
  await desk.until("held");
  expect(await other.submits()).toBe(0);
});

test("what is kept of a decision has nothing of the draft in it", async ({ desk }) => {
  const { stored } = await import("../harness/settings");
  const box = await desk.open(modal);
  await box.type(STOP);
  await box.submit();
  await giveReasons(desk);
  await desk.press("go");
  await sent(box);
  await expect.poll(() => stored(desk.lozenge)).toContain("not-real");
  const kept = await stored(desk.lozenge);
  for (const word of ["943", "5919", "bed 4", "Ward round"]) expect(kept).not.toContain(word);
});
