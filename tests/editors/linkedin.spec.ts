/** LinkedIn, three generations of it: its boxes, what they hold and what surrounds them. */
import { address, type Replica, replicas } from "../sites";
import { gwen } from "../sites/shared/people";
import { openBox } from "../sites/spec-page";
import { expect, test } from "./page-test";

const PICTURE = { name: "ward.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgo=", "base64") };

function replica(name: string): Replica {
  const found = replicas.find((one) => one.name === name);
  if (!found) throw new Error(`There is no replica “${name}”.`);
  return found;
}

for (const one of replicas.filter(({ site, frame }) => site === "linkedin" && !frame)) {
  test(`${one.name}: found, whatever the language`, async ({ page, lozenge }) => {
    const holder = await openBox(page, one, address(one, { lang: "pl" }));
    await holder.press("ControlOrMeta+End");
    await page.keyboard.type("abc");
    expect(await lozenge.box()).toMatchObject({ surface: one.surface, editor: one.editor, holders: 1, submits: 1 });
    const draft = await lozenge.draft();
    expect(draft).toMatchObject({ site: "linkedin", display_name: "Sam Okafor" });
    expect(draft.text).toContain("abc");
  });
}

for (const name of ["linkedin ember reply", "linkedin sdui reply"]) {
  test(`${name}: the answered author's name is no part of the draft, a name the author adds is`, async ({
    page,
    lozenge,
  }) => {
    const one = replica(name);
    const holder = await openBox(page, one, one.at);
    await holder.press("ControlOrMeta+End");
    await page.keyboard.type("well said");
    expect(await lozenge.draft()).toMatchObject({
      text: "well said",
      surface: "reply",
      reply_to: gwen.name,
      reply_to_text: "See you there.",
    });
    expect(await lozenge.mark([{ quote: "well" }])).toEqual(["warn: well"]);
    expect(await lozenge.replace(0, "well said", "thanks")).toEqual({ outcome: "applied" });
    await expect(holder).toContainText(gwen.name);
    await expect(holder).toContainText("thanks");
  });
}

for (const name of ["linkedin ember comment", "linkedin sdui comment"]) {
  test(`${name}: its button comes and goes, and the box stays the same`, async ({ page, lozenge }) => {
    const one = replica(name);
    const holder = await openBox(page, one, one.at);
    await holder.focus();
    expect(await lozenge.box()).toMatchObject({ surface: "comment", submits: 0 });
    await page.keyboard.type("a");
    await expect.poll(async () => (await lozenge.box()).submits).toBe(1);
    await page.keyboard.press("Backspace");
    await expect.poll(async () => (await lozenge.box()).submits).toBe(0);
    expect((await lozenge.events()).filter((event) => !event.startsWith("edited"))).toEqual(["box comment"]);
    const draft = await lozenge.draft();
    expect(draft.reply_to).not.toBe("");
    expect(draft.reply_to_text?.length).toBeGreaterThan(10);
  });
}

for (const name of ["linkedin ember post", "linkedin interop post", "linkedin sdui post"]) {
  test(`${name}: pictures are attachments`, async ({ page, lozenge }) => {
    const one = replica(name);
    const holder = await openBox(page, one, one.at);
    await holder.pressSequentially("with a picture");
    await page.locator(one.files ?? "").setInputFiles(PICTURE);
    await expect(page.locator('img[src^="blob:"]')).toHaveCount(1);
    expect((await lozenge.draft()).attachments).toEqual([{ kind: "image", alt: "", own_file: true }]);
  });
}

test("a message knows to whom it goes", async ({ page, lozenge }) => {
  const one = replica("linkedin message in the shadow root");
  const holder = await openBox(page, one, one.at);
  await holder.pressSequentially("Good morning");
  expect(await lozenge.draft()).toMatchObject({ surface: "message", reply_to: gwen.name, text: "Good morning" });
});

test("the author's own profile gives its text, another's does not", async ({ page, lozenge }) => {
  await page.goto("https://www.linkedin.com/in/gwenprosser/");
  expect(await lozenge.ownProfile()).toBeNull();
  expect(await lozenge.account()).toEqual({ handle: "sam-okafor", display_name: "Sam Okafor" });
});

test("boxes in the page and in the shadow root are all listed", async ({ page, lozenge }) => {
  await page.goto("https://www.linkedin.com/feed/?gen=interop");
  await expect(page.locator(".msg-form__contenteditable")).toBeVisible();
  const listed = await lozenge.boxes();
  expect(listed.filter((surface) => surface === "message")).toHaveLength(1);
  expect(listed.filter((surface) => surface === "comment").length).toBeGreaterThan(1);
  expect(listed).not.toContain("unknown");
});
