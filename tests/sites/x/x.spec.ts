/** What X's page does beyond taking text and publishing it. */
import { expect, postedOn, test } from "../spec-page";

const HOLDERS = '[role="dialog"] [data-testid^="tweetTextarea_"][contenteditable="true"]';
const POST = '[role="dialog"] [data-testid="tweetButton"]';
const PICTURE = {
  name: "ward.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

test("a thread is posted part by part", async ({ page }) => {
  await page.goto("https://x.com/compose/post");
  await page.locator(HOLDERS).pressSequentially("one");
  await page.getByTestId("addButton").click();
  await expect(page.locator(POST)).toBeDisabled();
  await page.locator(HOLDERS).nth(1).pressSequentially("two");
  await page.locator(POST).click();
  const [posted] = await postedOn(page);
  expect(posted).toMatchObject({ surface: "thread", parts: ["one", "two"], trusted: true });
});

test("a scripted press without blur leaves the part being edited out of a thread", async ({ page }) => {
  await page.goto("https://x.com/compose/post");
  await page.locator(HOLDERS).pressSequentially("one");
  await page.getByTestId("addButton").click();
  await page.locator(HOLDERS).nth(1).pressSequentially("two");
  await page.locator(POST).evaluate((button: HTMLElement) => button.click());
  expect((await postedOn(page))[0]?.parts).toEqual(["one"]);
});

test("a scripted press after blur posts the whole thread", async ({ page }) => {
  await page.goto("https://x.com/compose/post");
  await page.locator(HOLDERS).pressSequentially("one");
  await page.getByTestId("addButton").click();
  await page.locator(HOLDERS).nth(1).pressSequentially("two");
  await page.locator(HOLDERS).nth(1).blur();
  await page.locator(POST).evaluate((button: HTMLElement) => button.click());
  expect((await postedOn(page))[0]?.parts).toEqual(["one", "two"]);
});

test("Enter belongs to the suggestions while they are open", async ({ page }) => {
  await page.goto("https://x.com/home");
  const holder = page.getByTestId("tweetTextarea_0");
  await holder.pressSequentially("hello @gwe");
  await expect(page.locator('[id^="typeaheadDropdownWrapped-"]')).toBeVisible();
  await expect(holder).toHaveAttribute("aria-activedescendant", /^typeaheadFocus-/);
  await holder.press("Control+Enter");
  await expect(page.locator('[id^="typeaheadDropdownWrapped-"]')).toBeHidden();
  expect(await page.evaluate(() => window.__posted.length)).toBe(0);
  await holder.pressSequentially("and all");
  await holder.press("Control+Enter");
  expect((await postedOn(page))[0]?.text).toBe("hello @gwenprosser and all");
});

test("pictures are previewed, removed and posted, also where attaching mounts the editor anew", async ({ page }) => {
  await page.goto("https://x.com/home?rerender=1");
  await page.getByTestId("tweetTextarea_0").pressSequentially("with a picture");
  const before = await page.getByTestId("tweetTextarea_0").elementHandle();
  const input = page.getByTestId("fileInput");
  await input.setInputFiles(PICTURE);
  await expect(page.locator('[data-testid="attachments"] img[src^="blob:"]')).toHaveCount(1);
  expect(await before?.evaluate((element) => element.isConnected)).toBe(false);
  expect(await input.evaluate((element: HTMLInputElement) => element.files?.length)).toBe(0);
  await input.setInputFiles({ ...PICTURE, name: "second.png" });
  await page.locator('[data-testid="attachments"] button').first().click();
  await page.getByTestId("tweetButtonInline").click();
  expect((await postedOn(page))[0]).toMatchObject({ text: "with a picture", attachments: ["second.png"] });
});

test("a poll is posted with its choices", async ({ page }) => {
  await page.goto("https://x.com/home?lang=cy");
  await page.getByTestId("createPollButton").click();
  await page.getByTestId("tweetTextarea_0").pressSequentially("Tea or coffee?");
  await expect(page.getByTestId("tweetButtonInline")).toBeDisabled();
  await page.locator(".poll input").first().fill("Tea");
  await page.locator(".poll input").nth(1).fill("Coffee");
  await page.getByTestId("tweetButtonInline").click();
  expect((await postedOn(page))[0]).toMatchObject({
    surface: "poll",
    text: "Tea or coffee?",
    options: ["Tea", "Coffee"],
  });
});

test("text changed behind the editor's back does not reach the button", async ({ page }) => {
  await page.goto("https://x.com/home");
  const holder = page.getByTestId("tweetTextarea_0");
  await holder.evaluate((element) => element.querySelector("span[data-offset-key]")?.append("ghost"));
  await expect(holder).toHaveText("ghost");
  await expect(page.getByTestId("tweetButtonInline")).toBeDisabled();
});

test("the home composer stays mounted behind the dialog, and the dialog keeps the focus", async ({ page }) => {
  await page.goto("https://x.com/home");
  await page.getByTestId("SideNav_NewTweet_Button").click();
  await expect(page.locator('[data-testid="tweetTextarea_0"]')).toHaveCount(2);
  await page
    .getByTestId("tweetTextarea_0")
    .first()
    .evaluate((element: HTMLElement) => element.focus());
  const inside = await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
  expect(inside).toBe(true);
});
