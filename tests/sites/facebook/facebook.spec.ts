/** What Facebook's page does beyond taking text and publishing it. */
import type { Page } from "@playwright/test";
import { expect, postedOn, test } from "../spec-page";

const HOLDER = '[role="dialog"] [data-lexical-editor="true"]';
const SUBMIT = '[role="dialog"] form > [role="button"]:last-child';
const PICTURE = {
  name: "ward.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

async function openDialog(page: Page, query = "") {
  await page.goto(`https://www.facebook.com/${query}`);
  await page.locator('[data-pagelet="FeedComposer"] [role="button"]').click();
  return page.locator(HOLDER);
}

test("emoji are pictures in the draft and characters in what is posted", async ({ page }) => {
  const holder = await openDialog(page, "?emoji=img");
  await holder.pressSequentially("before 😀 after 🎉");
  await expect(holder.locator("img[alt='😀']")).toHaveCount(1);
  await page.locator(SUBMIT).click();
  expect((await postedOn(page))[0]?.text).toBe("before 😀 after 🎉");
});

test("a mention is picked with Enter and posted as a name", async ({ page }) => {
  const holder = await openDialog(page);
  await holder.pressSequentially("Thanks @pri");
  await expect(page.locator('[role="listbox"]')).toBeVisible();
  await expect(holder).toHaveAttribute("aria-activedescendant", /./);
  await holder.press("Enter");
  await expect(holder.locator(".mention")).toHaveText("Priya Nair");
  await holder.pressSequentially("for the cake #kind");
  await expect(holder.locator(".entity")).toHaveText("#kind");
  await page.locator(SUBMIT).click();
  expect((await postedOn(page))[0]?.text).toBe("Thanks Priya Nair for the cake #kind");
});

test("Enter in a comment picks from an open list and sends without one", async ({ page }) => {
  await page.goto("https://www.facebook.com/");
  const box = page.locator('[role="article"][aria-posinset="2"] > form [role="textbox"]');
  await box.click();
  await box.pressSequentially("@gw");
  await expect(page.locator('[role="listbox"]')).toBeVisible();
  await box.press("Enter");
  await expect(page.locator('[role="listbox"]')).toBeHidden();
  expect(await page.evaluate(() => window.__posted.length)).toBe(0);
  await box.press("Enter");
  expect((await postedOn(page))[0]?.text).toBe("Gwen Prosser ");
  await expect(box).toHaveText("");
});

test("the look-alike button of a story only goes to its comment box", async ({ page }) => {
  await page.goto("https://www.facebook.com/");
  const story = page.locator('[role="article"][aria-posinset="1"]');
  const lookAlike = story.locator("[data-ad-rendering-role=comment_button]");
  await lookAlike.click();
  await expect(story.locator(":scope > form [role=textbox]")).toBeFocused();
  const send = story.locator("#focused-state-composer-submit [role=button]");
  await expect(send).toHaveAttribute("aria-label", (await lookAlike.getAttribute("aria-label")) ?? "missing");
  expect(await page.evaluate(() => window.__submits)).toBe(0);
});

test("a page's post waits for its settings", async ({ page }) => {
  await page.goto("https://www.facebook.com/brookfieldhealthcentre?lang=th");
  await page.locator('[data-pagelet="ProfileComposer"] [role="button"]').click();
  await page.locator(HOLDER).pressSequentially("Closed on Monday");
  await page.locator(SUBMIT).click();
  await expect(page.locator(HOLDER)).toBeHidden();
  expect(await page.evaluate(() => window.__posted.length)).toBe(0);
  await page.locator('[role="dialog"] > [role="button"]:last-child').click();
  expect((await postedOn(page))[0]?.text).toBe("Closed on Monday");
  const data = await page.locator('script[type="application/json"]').textContent();
  const user = /"ACCOUNT_ID":"(\d+)","USER_ID":"(\d+)"/.exec(data ?? "");
  expect(user?.[1]).not.toBe(user?.[2]);
});

test("the first press may only look up the audience", async ({ page }) => {
  const holder = await openDialog(page, "?audience=check");
  await holder.pressSequentially("hello");
  await page.locator(SUBMIT).click();
  expect(await page.evaluate(() => [window.__submits, window.__posted.length])).toEqual([1, 0]);
  await page.locator(SUBMIT).click();
  expect((await postedOn(page))[0]?.text).toBe("hello");
});

test("the text survives a picture that mounts the editor anew", async ({ page }) => {
  const holder = await openDialog(page, "?rerender=1");
  await holder.pressSequentially("with a picture");
  const before = await holder.elementHandle();
  await page.locator('[role="dialog"] input[type="file"]').setInputFiles(PICTURE);
  await expect(page.locator('[role="dialog"] img[src^="blob:"]')).toHaveCount(1);
  expect(await before?.evaluate((element) => element.isConnected)).toBe(false);
  await expect(holder).toHaveText("with a picture");
  await page.locator(SUBMIT).click();
  expect((await postedOn(page))[0]).toMatchObject({ text: "with a picture", attachments: ["ward.png"] });
});

test("the card of an address stays when the address is deleted", async ({ page }) => {
  const holder = await openDialog(page);
  const typed = "https://example.org/cake ";
  await holder.pressSequentially(typed);
  await expect(page.locator('[role="dialog"] a[href^="https://example.org"]')).toBeVisible();
  for (const _ of typed) await holder.press("Backspace");
  await holder.pressSequentially("nothing here");
  await page.locator(SUBMIT).click();
  expect((await postedOn(page))[0]).toMatchObject({
    text: "nothing here",
    attachments: ["https://example.org/cake"],
  });
});

test("several dialogs are mounted and the open one keeps the focus", async ({ page }) => {
  await openDialog(page);
  expect(await page.locator('[role="dialog"]').count()).toBeGreaterThan(2);
  await page.locator(".top a").first().focus();
  expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
});
