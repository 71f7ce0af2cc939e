/** Pictures that an author gives to a post: looked at on the device, shown on the card where the logo is in them, and never held for long. */
import { readFile } from "node:fs/promises";
import { animated, bring, choose, draw, keep, type PictureFile } from "../harness/pictures";
import { stored } from "../harness/settings";
import { type Desk, expect, test } from "../harness/test";
import { pictureForms } from "../sites/index";
import { replicaNamed } from "./replica-named";

/** A policy that forbids the logo on personal accounts, and asks for alternative text. */
const author = { organisation: "nhs-england-2017", capacity: "personal", bio: "Nurse. Views my own." } as const;
const WORDS = "Lovely walk along the river this morning.";
const SHOWN = /shows the logo/;

const HOME = replicaNamed("x home");
const FILES = 'input[data-testid="fileInput"]';

const BOXES = [
  "x home",
  "x modal",
  "facebook feed",
  "linkedin ember post",
  "linkedin interop post",
  "linkedin sdui post",
];

test.beforeEach(async ({ desk }) => desk.settings(author));

/** Drawn in a page of its own, as nothing of the test may stand on the site's. */
async function drawn(desk: Desk, name: string, logo: boolean, hue?: number): Promise<PictureFile> {
  const page = await desk.lozenge.page();
  const width = 1600;
  const file = await draw(page, name, {
    width,
    height: 1200,
    ...(logo ? { logo: { x: 1100, y: 120, width: 300 } } : {}),
    ...(hue === undefined ? {} : { hue }),
  });
  await page.close();
  await desk.page.bringToFront();
  return file;
}

/** What the card says of pictures, opened. */
async function found(desk: Desk): Promise<string[]> {
  const card = await desk.card();
  if (card?.state === "findings" && card.findings.length === 0) await desk.press("toggle");
  return ((await desk.card())?.findings ?? []).map(({ message }) => message);
}

const says = (desk: Desk) => expect.poll(() => found(desk), { intervals: [100] });

for (const replica of BOXES.map(replicaNamed)) {
  test(`${replica.name}: a logo in a chosen picture is found, and gone with the picture`, async ({ desk }) => {
    const box = await desk.open(replica);
    await choose(desk.page, replica.files ?? "", await drawn(desk, "sign.jpg", true));
    await says(desk).toContainEqual(expect.stringMatching(SHOWN));
    const finding = (await desk.card())?.findings.find(({ message }) => SHOWN.test(message));
    expect(finding?.severity).toBe("warn");
    expect(finding?.clauses.join()).toContain("logo");
    expect(finding?.pictures).toEqual([expect.stringMatching(/line around .* at the top right/)]);
    await box.focus();
    await box.type(WORDS);
    await removePicture(desk);
    await says(desk).not.toContainEqual(expect.stringMatching(SHOWN));
    await desk.until("clear");
  });
}

/** The site's own button for it. */
async function removePicture(desk: Desk): Promise<void> {
  const button = await desk.page.waitForSelector(
    'pierce/:is([aria-label="Remove media"], [aria-label="Remove post attachment"])',
  );
  await button?.evaluate((element) => (element as HTMLElement).click());
}

for (const gesture of ["paste", "drop"] as const) {
  test(`a picture that comes by ${gesture} is looked at`, async ({ desk }) => {
    const box = await desk.open(HOME);
    await box.type(WORDS);
    await bring(desk.page, gesture, HOME.holder, await drawn(desk, "sign.png", true));
    await says(desk).toContainEqual(expect.stringMatching(SHOWN));
    expect((await box.shown()).trim()).toBe(WORDS);
  });
}

test("a replaced picture is judged anew, and a new logo holds again", async ({ desk }) => {
  const box = await desk.open(HOME);
  await box.type(WORDS);
  await choose(desk.page, FILES, await drawn(desk, "hills.jpg", false));
  await desk.until("findings", "clear");
  expect(await found(desk)).not.toContainEqual(expect.stringMatching(SHOWN));
  await removePicture(desk);
  await choose(desk.page, FILES, await drawn(desk, "sign.jpg", true));
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
  const { index } = (await desk.card())?.findings.find(({ message }) => SHOWN.test(message)) ?? {};
  await desk.press(`finding-${index}-dismiss`);
  await says(desk).not.toContainEqual(expect.stringMatching(SHOWN));
  await removePicture(desk);
  await choose(desk.page, FILES, await drawn(desk, "other.jpg", true, 200));
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
});

test("a logo holds the post once, and the picture goes as it was", async ({ desk }) => {
  const box = await desk.open(HOME);
  await box.type(WORDS);
  await choose(desk.page, FILES, await drawn(desk, "sign.jpg", true));
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
  await box.submit();
  await desk.until("held");
  expect(await box.submits()).toBe(0);
  await box.submitUntilPosted();
  expect(await box.posted()).toMatchObject([{ text: WORDS, attachments: ["sign.jpg"] }]);
});

test("a post of a picture alone is looked at too", async ({ desk }) => {
  const box = await desk.open(HOME);
  await choose(desk.page, FILES, await drawn(desk, "sign.jpg", true));
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
  await box.submit();
  await desk.until("held");
});

test("ten pictures at once are all looked at, and the author types on", async ({ desk }) => {
  const replica = replicaNamed("facebook feed");
  const box = await desk.open(replica);
  const files: PictureFile[] = [];
  for (let number = 0; number < 10; number += 1) {
    files.push(await drawn(desk, `${number}.jpg`, number === 7, number * 36));
  }
  await choose(desk.page, replica.files ?? "", ...files);
  await box.type(WORDS);
  expect((await box.shown()).trim()).toBe(WORDS);
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
  expect((await desk.card())?.findings.find(({ message }) => SHOWN.test(message))?.pictures).toHaveLength(1);
});

test("the right one of two pictures is shown, whichever is taken away", async ({ desk }) => {
  const replica = replicaNamed("facebook feed");
  const box = await desk.open(replica);
  await box.type(WORDS);
  await choose(desk.page, replica.files ?? "", await drawn(desk, "a.jpg", false), await drawn(desk, "b.jpg", true));
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
  // The first is the plain one: what was found stays.
  await removePicture(desk);
  await expect.poll(() => desk.page.$$eval('[role="dialog"] .preview', (all) => all.length)).toBe(1);
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
  await removePicture(desk);
  await says(desk).not.toContainEqual(expect.stringMatching(SHOWN));
});

test("a huge picture is looked at", async ({ desk }) => {
  await desk.open(HOME);
  await choose(desk.page, FILES, await huge(desk, "huge.jpg", 90));
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
});

test("white ink on nothing is seen in a file too large to be judged as it is", async ({ desk }) => {
  const page = await desk.lozenge.page();
  const logo = { x: 100, y: 100, width: 600 };
  const { path } = await draw(page, "ink.png", { width: 1600, height: 900, logo, type: "image/png", bare: true });
  await page.close();
  await desk.page.bringToFront();
  await desk.open(HOME);
  // What follows a picture's end is no part of it.
  const bytes = Buffer.concat([await readFile(path), Buffer.alloc(8_500_000)]);
  await choose(desk.page, FILES, await keep("ink.png", "image/png", bytes));
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
});

test("a broken picture is said to be unchecked, and goes out all the same", async ({ desk }) => {
  const box = await desk.open(HOME);
  await box.type(WORDS);
  await choose(desk.page, FILES, await keep("broken.png", "image/png", Buffer.from("\x89PNG\r\n\x1a\nnot a picture")));
  await expect.poll(async () => (await unchecked(desk))?.text).toContain("could not look at every picture");
  await box.submitUntilPosted();
  expect(await box.posted()).toMatchObject([{ text: WORDS, attachments: ["broken.png"] }]);
});

/** The card, opened, however it says that a picture was not looked at. */
async function unchecked(desk: Desk) {
  const card = await desk.card();
  if (card?.state === "picture-unseen" && !card.keys.includes("heading")) await desk.press("toggle");
  if (card?.state === "findings" && card.findings.length === 0) await desk.press("toggle");
  return await desk.card();
}

test("an animated picture is looked at, and none of it is lost", async ({ desk }) => {
  const box = await desk.open(HOME);
  await box.type(WORDS);
  const page = await desk.lozenge.page();
  const file = await animated(page, "wave.gif");
  await page.close();
  await desk.page.bringToFront();
  await choose(desk.page, FILES, file);
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
  await box.submitUntilPosted();
  expect(await box.posted()).toMatchObject([{ attachments: ["wave.gif"] }]);
});

for (const wasm of ["allowed", "refused"] as const) {
  test(`with WebAssembly ${wasm} in the page, a picture holds a press for half a second at most`, async ({ desk }) => {
    const box = await desk.open(HOME, { wasm });
    await box.type(WORDS);
    await desk.until("clear");
    // To decode four of these takes longer than half a second anywhere.
    const files: PictureFile[] = [];
    for (let number = 0; number < 4; number += 1) files.push(await huge(desk, `${number}.jpg`, number * 90));
    await choose(desk.page, FILES, ...files);
    await box.submit();
    await expect.poll(box.posted).toMatchObject([{ text: WORDS }]);
    await expect
      .poll(async () => (await unchecked(desk))?.text)
      .toContain("could not look at every picture, or not in time");
  });
}

async function huge(desk: Desk, name: string, hue: number): Promise<PictureFile> {
  const page = await desk.lozenge.page();
  const file = await draw(page, name, { width: 8000, height: 6000, logo: { x: 300, y: 300, width: 1600 }, hue });
  await page.close();
  await desk.page.bringToFront();
  return file;
}

for (const form of pictureForms) {
  test(`${form.name}: a logo is found and holds`, async ({ desk }) => {
    await desk.page.goto(form.at);
    for (const selector of form.open) await (await desk.page.waitForSelector(selector))?.click();
    await choose(desk.page, form.files, await drawn(desk, "me.jpg", true));
    await says(desk).toContainEqual(expect.stringMatching(SHOWN));
    if (form.crop) await (await desk.page.waitForSelector(form.crop))?.click();
    await (await desk.page.waitForSelector(form.submit))?.click();
    await desk.until("held");
    expect(await desk.page.evaluate(() => window.__posted)).toEqual([]);
  });
}

test("an official account, and a policy that says nothing of logos, are left alone", async ({ desk }) => {
  for (const settings of [
    { ...author, capacity: "official" as const },
    { ...author, organisation: "elft" },
  ]) {
    await desk.settings(settings);
    const box = await desk.open(HOME);
    await box.type(WORDS);
    await choose(desk.page, FILES, await drawn(desk, "sign.jpg", true));
    await desk.until("findings", "clear");
    expect(await found(desk)).not.toContainEqual(expect.stringMatching(/logo/));
    await box.submit();
    await expect.poll(async () => (await box.posted())[0]?.trusted).toBe(true);
  }
});

test("a picture brings a reminder of consent, and a film without captions one of captions", async ({ desk }) => {
  await desk.open(HOME);
  await choose(desk.page, FILES, await drawn(desk, "hills.jpg", false));
  await says(desk).toContainEqual(expect.stringMatching(/If people are in the picture/));
  expect(await found(desk)).toContainEqual(expect.stringMatching(/no alternative text/));
  await removePicture(desk);
  await choose(desk.page, FILES, await film(desk));
  await says(desk).toContainEqual(expect.stringMatching(/no captions/));
  expect(await found(desk)).not.toContainEqual(expect.stringMatching(/If people are in the picture/));
});

/** A moment of film. */
async function film(desk: Desk): Promise<PictureFile> {
  const page = await desk.lozenge.page();
  const data = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: "video/webm" });
    const recorded = new Promise<Blob>((resolve) => {
      recorder.ondataavailable = ({ data: bytes }) => bytes.size > 0 && resolve(bytes);
    });
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      context?.fillRect(0, 0, 10 * frame, 100);
      await new Promise(requestAnimationFrame);
    }
    recorder.stop();
    return [...new Uint8Array(await (await recorded).arrayBuffer())];
  });
  await page.close();
  await desk.page.bringToFront();
  return await keep("walk.webm", "video/webm", Uint8Array.from(data));
}

test("nothing of a picture is stored, logged, or left on the page", async ({ desk }) => {
  const said: string[] = [];
  desk.page.on("console", (message) => said.push(message.text()));
  desk.page.on("pageerror", (error) => said.push(String(error)));
  const box = await desk.open(HOME);
  await box.type(WORDS);
  const before = await desk.page.evaluate(() => document.querySelectorAll("canvas").length);
  await choose(desk.page, FILES, await drawn(desk, "ward-sign.jpg", true));
  await says(desk).toContainEqual(expect.stringMatching(SHOWN));
  await box.submitUntilPosted();
  const kept = await stored(desk.lozenge);
  for (const word of ["ward-sign", "quad", "score", "image"]) expect(kept).not.toContain(word);
  expect(said.filter((line) => !line.includes("favicon"))).toEqual([]);
  expect(await desk.page.evaluate(() => document.querySelectorAll("canvas").length)).toBe(before);
});
