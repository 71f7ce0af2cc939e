/** Facebook and Messenger: their boxes, what they hold and what surrounds them. */
import { address, replicas } from "../sites";
import { gwen, priya } from "../sites/shared/people";
import { openBox } from "../sites/spec-page";
import { expect, test } from "./page-test";

function replica(name: string) {
  const found = replicas.find((one) => one.name === name);
  if (!found) throw new Error(`There is no replica “${name}”.`);
  return found;
}

for (const one of replicas.filter(({ site }) => site === "facebook")) {
  test(`${one.name}: found, whatever the language`, async ({ page, lozenge }) => {
    const holder = await openBox(page, one, address(one, { lang: "th" }));
    await holder.focus();
    await holder.pressSequentially("abc");
    expect(await lozenge.box()).toMatchObject({ surface: one.surface, editor: one.editor, holders: 1, submits: 1 });
    const draft = await lozenge.draft();
    expect(draft.site).toBe("facebook");
    expect(draft.text).toContain("abc");
  });
}

test("who is posting: the member, or the page that speaks", async ({ page, lozenge }) => {
  await openBox(page, replica("facebook feed"), "https://www.facebook.com/");
  expect(await lozenge.account()).toEqual({ display_name: "Sam Okafor" });
  await page.goto("https://www.facebook.com/brookfieldhealthcentre");
  expect(await lozenge.account()).toEqual({ display_name: "Brookfield Health Centre" });
});

test("an edit knows the text before it", async ({ page, lozenge }) => {
  const one = replica("facebook edit");
  const holder = await openBox(page, one, address(one, { lang: "pl" }));
  await expect(holder).toContainText(one.starts ?? "");
  await holder.press("End");
  await holder.pressSequentially(" More.");
  expect(await lozenge.draft()).toMatchObject({ surface: "edit", previous: one.starts });
});

test("a comment answers the post's author, a reply the comment's", async ({ page, lozenge }) => {
  const comment = await openBox(page, replica("facebook comment"), "https://www.facebook.com/");
  await comment.pressSequentially("Sleep well");
  const first = await lozenge.draft();
  expect(first).toMatchObject({ surface: "comment", reply_to: priya.name });
  expect(first.reply_to_text?.length).toBeGreaterThan(10);
  const reply = await openBox(page, replica("facebook reply"), "https://www.facebook.com/");
  await reply.pressSequentially("You too");
  expect(await lozenge.draft()).toMatchObject({ surface: "reply", reply_to: gwen.name });
});

test("pictures and the link card are attachments, the author's own picture is not", async ({ page, lozenge }) => {
  const holder = await openBox(page, replica("facebook feed"), "https://www.facebook.com/");
  await holder.pressSequentially("See https://example.org/tea for more");
  await expect(page.locator('[role="dialog"] .link-card')).toBeVisible();
  await page.locator('[role="dialog"] input[type="file"]').setInputFiles({
    name: "ward.png",
    mimeType: "image/png",
    buffer: Buffer.from("iVBORw0KGgo=", "base64"),
  });
  await expect(page.locator('[role="dialog"] img[src^="blob:"]')).toHaveCount(1);
  expect((await lozenge.draft()).attachments).toEqual([
    { kind: "image", alt: "", own_file: true },
    { kind: "link", url: "https://example.org/tea" },
  ]);
});

test("a chat tab is a message, beside a comment box that is none", async ({ page, lozenge }) => {
  await page.goto("https://www.facebook.com/?chat=1&lang=cy");
  await page.locator('[role="region"] [role="textbox"]').pressSequentially("On my way");
  expect(await lozenge.draft()).toMatchObject({ surface: "message", reply_to: gwen.name, text: "On my way" });
});

test("an open list of names is seen", async ({ page, lozenge }) => {
  const holder = await openBox(page, replica("facebook comment"), "https://www.facebook.com/");
  await holder.pressSequentially("hello @gwe");
  await expect(page.locator('[role="listbox"]')).toBeVisible();
  expect(await lozenge.box()).toMatchObject({ suggestions: true });
});
