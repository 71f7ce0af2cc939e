/** What must hold in every box, as functions of a desk and a box on it. */

import type { Box } from "../harness/box";
import { type Desk, expect } from "../harness/test";
import { clean, stop, warn } from "./drafts";

/** Words that stand in the box before anything is typed. */
const begun = (box: Box, text: string) => (box.replica.starts ?? "") + text;

/** Two lines, where a second one can be begun without a press that may publish. */
function lines({ replica }: Box): string {
  const one = `${stop.text} 💔`;
  // After a soft break Draft.js leaves one more behind the text in Firefox, with or without Lozenge.
  const soft = replica.editor === "draft" && replica.newline === "Shift+Enter";
  const single = soft || replica.newline === "none" || (replica.enterIsChosen && replica.newline === "Enter");
  return single ? one : `${one}\nWe will miss her 👩‍👩‍👧`;
}

export async function aCleanPostGoesAtTheFirstPress(desk: Desk, box: Box): Promise<void> {
  await box.type(clean);
  await desk.until("clear");
  await box.submit();
  await expect.poll(box.postedText).toEqual([begun(box, clean)]);
  // The author's own press reached the site: nothing was cancelled and pressed again.
  expect((await box.posted())[0]?.trusted).toBe(true);
}

export async function aPressBeforeTheAnswerPostsOnce(_: Desk, box: Box): Promise<void> {
  await box.type(clean);
  await box.submit();
  await expect.poll(box.postedText).toEqual([begun(box, clean)]);
}

export async function aStopIsHeldUntilAReasonIsPicked(desk: Desk, box: Box): Promise<void> {
  const text = lines(box);
  const before = await box.submits();
  await box.type(text);
  await desk.until("findings");
  await publish(box);
  const held = await desk.until("held");
  expect(held.placed).toBe(true);
  expect(held.keys).not.toContain("go");
  expect(held.assertive).not.toBe("");
  for (const finding of held.findings) expect(finding.clauses.join("")).not.toBe("");
  expect(await box.submits()).toBe(before);
  if (box.replica.enterIsChosen && box.replica.keys === "enter") {
    await letGoByHand(desk, box);
  } else {
    // A press of the button, where a key was held, is held too.
    if (box.replica.keys !== "none") await box.submit();
    expect(await box.submits()).toBe(before);
    await letGo(desk);
  }
  await box.confirm();
  await expect.poll(box.postedText).toEqual([begun(box, text)]);
}

/** By the keys where the box has some, and otherwise by its button. */
async function publish(box: Box): Promise<void> {
  const { keys } = box.replica;
  if (keys === "none") await box.submit();
  else await box.press(keys === "enter" ? "Enter" : "Control+Enter");
}

/** Where Enter may not publish Lozenge presses nothing: the author goes back and presses it again. */
async function letGoByHand(desk: Desk, box: Box): Promise<void> {
  const { keys } = await desk.until("held");
  for (const key of keys.filter((one) => one.endsWith("-reason-wrong"))) await desk.press(key);
  expect((await desk.until("held")).keys).not.toContain("go");
  await desk.press("back");
  expect(await box.posted()).toEqual([]);
  await box.press("Enter");
  await expect.poll(async () => (await box.posted())[0]?.trusted).toBe(true);
}

/** Picks a reason for each stop and presses the card's own button. */
export async function letGo(desk: Desk): Promise<void> {
  const { keys } = await desk.until("held");
  for (const key of keys.filter((one) => one.endsWith("-reason-wrong"))) await desk.press(key);
  await desk.press("go");
}

export async function whatIsQuotedIsMarked(desk: Desk, box: Box): Promise<void> {
  await box.type(`💔 ${stop.text}`);
  await desk.until("findings");
  await expect.poll(desk.marks).toContainEqual({ severity: "stop", text: stop.quote });
  await box.type(" More");
  await expect.poll(desk.marks).toContainEqual({ severity: "stop", text: stop.quote });
}

export async function aWarningIsHeldOnce(desk: Desk, box: Box): Promise<void> {
  await box.type(warn.text);
  await desk.until("findings");
  await box.submit();
  await desk.until("held");
  expect(await box.submits()).toBe(0);
  await box.submitUntilPosted();
  expect(await box.postedText()).toEqual([begun(box, warn.text)]);
}

export async function aFixGoesInAndCanBeUndone(desk: Desk, box: Box): Promise<void> {
  const before = begun(box, stop.text);
  const [ahead, behind] = stop.text.split(stop.quote);
  await box.type(stop.text);
  await desk.until("findings");
  await box.submit();
  const held = await desk.until("held");
  const finding = held.findings.find(({ quotes }) => quotes.includes(stop.quote));
  await desk.press(`finding-${finding?.index}-fix-0`);
  await expect.poll(box.shown).not.toContain(stop.quote);
  const mended = await box.shown();
  // Nothing but what was quoted is another text now.
  expect(mended.trimEnd().startsWith(begun(box, ahead ?? ""))).toBe(true);
  expect(mended.trimEnd().endsWith(behind ?? "")).toBe(true);
  await box.focus();
  await box.press("Control+z");
  await expect.poll(async () => (await box.shown()).trimEnd()).toBe(before);
  expect(await box.posted()).toEqual([]);
}

export async function keysThatPublishAreHeldToo(desk: Desk, box: Box): Promise<void> {
  const chord = box.replica.keys === "enter" ? "Enter" : "Control+Enter";
  await box.type(stop.text);
  await box.press(chord);
  await desk.until("held");
  expect(await box.submits()).toBe(0);
  await letGo(desk);
  await expect.poll(box.postedText).toEqual([begun(box, stop.text)]);
}
