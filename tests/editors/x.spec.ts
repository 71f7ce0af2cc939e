/** X: its boxes, what they hold and what surrounds them. */
import { expect, test } from "./page-test";

const HOLDERS = '[role="dialog"] [data-testid^="tweetTextarea_"][contenteditable="true"]';
const PICTURE = {
  name: "ward.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};
const account = { handle: "sam_okafor", display_name: "Sam Okafor" };

test("the post on the home page", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home?lang=th");
  await page.getByTestId("tweetTextarea_0").pressSequentially("A long day on the ward");
  expect(await lozenge.box()).toEqual({
    surface: "post",
    editor: "draft",
    settle: 0,
    holders: 1,
    submits: 1,
    suggestions: false,
  });
  expect(await lozenge.draft()).toEqual({
    text: "A long day on the ward",
    site: "x",
    surface: "post",
    ...account,
    attachments: [],
  });
});

test("a thread is one draft of several parts", async ({ page, lozenge }) => {
  await page.goto("https://x.com/compose/post");
  await page.locator(HOLDERS).pressSequentially("one");
  await page.getByTestId("addButton").click();
  await page.locator(HOLDERS).nth(1).pressSequentially("two");
  expect(await lozenge.box()).toMatchObject({ surface: "post", settle: 250, holders: 2, submits: 1 });
  expect(await lozenge.draft()).toMatchObject({ parts: ["one", "two"] });
  expect(await lozenge.mark([{ part: 1, quote: "two" }, { quote: "one" }])).toEqual(["warn: two", "warn: one"]);
});

test("the composer behind a dialog is another box", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home");
  await page.getByTestId("tweetTextarea_0").pressSequentially("behind");
  await page.getByTestId("SideNav_NewTweet_Button").click();
  await page.locator(HOLDERS).pressSequentially("in front");
  expect(await lozenge.words()).toEqual(["in front"]);
  expect(await lozenge.boxes()).toEqual(["post", "post"]);
  expect(await lozenge.events()).toContain("left");
});

test("a reply in a dialog knows whom and what it answers", async ({ page, lozenge }) => {
  await page.goto("https://x.com/compose/post?in_reply_to=1002");
  await page.locator(HOLDERS).pressSequentially("Thank you");
  const answered = page.locator('[role="dialog"] article');
  const draft = await lozenge.draft();
  expect(draft).toMatchObject({ text: "Thank you", surface: "reply" });
  const handle = (await answered.locator('a[href^="/"]').first().getAttribute("href"))?.slice(1);
  expect(draft.reply_to).toContain(`@${handle}`);
  const words = (await answered.getByTestId("tweetText").textContent()) ?? "";
  expect(draft.reply_to_text?.startsWith(words.slice(0, 20))).toBe(true);
});

test("a reply under a post answers that post", async ({ page, lozenge }) => {
  await page.goto("https://x.com/priya_on_nights/status/1001?lang=pl");
  await page.locator('[data-testid="inline_reply_offscreen"] [data-testid="tweetTextarea_0_label"]').click();
  await page.getByTestId("tweetTextarea_0").pressSequentially("Well said");
  const draft = await lozenge.draft();
  expect(draft).toMatchObject({ text: "Well said", surface: "reply" });
  expect(draft.reply_to).toContain("@priya_on_nights");
});

test("a quote carries what it quotes and answers nobody", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home");
  await page.locator('article:has(a[href="/gwenprosser"]) [data-testid="retweet"]').click();
  await page.locator('[role="menuitem"][href="/compose/post"]').click();
  await page.locator(HOLDERS).pressSequentially("Read this");
  const draft = await lozenge.draft();
  expect(draft.surface).toBe("post");
  expect(draft.reply_to).toBeUndefined();
  expect(draft.quoted?.length).toBeGreaterThan(10);
});

test("a poll's choices are read, and a wording goes to the end of the post", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home?lang=cy");
  await page.getByTestId("createPollButton").click();
  await page.getByTestId("tweetTextarea_0").pressSequentially("Tea or coffee?");
  await page.locator(".poll input").first().fill("Tea");
  await page.locator(".poll input").nth(1).fill("Coffee");
  const draft = await lozenge.draft();
  expect(draft).toMatchObject({ surface: "poll", parts: ["Tea", "Coffee", "Tea or coffee?"] });
  expect(draft.attachments).toContainEqual({ kind: "poll" });
  expect(await lozenge.append(" Views my own.")).toEqual({ outcome: "applied" });
  expect(await lozenge.words()).toEqual(["Tea", "Coffee", "Tea or coffee? Views my own."]);
});

test("pictures in the preview are attachments, also after the editor was mounted anew", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home?rerender=1");
  await page.getByTestId("tweetTextarea_0").pressSequentially("with a picture");
  await page.getByTestId("fileInput").setInputFiles(PICTURE);
  await expect(page.locator('[data-testid="attachments"] img')).toHaveCount(1);
  expect(await lozenge.draft()).toMatchObject({
    text: "with a picture",
    attachments: [{ kind: "image", alt: "", own_file: true }],
  });
});

test("both message boxes are messages", async ({ page, lozenge }) => {
  await page.goto("https://x.com/messages/1001-2002");
  await page.getByTestId("dmComposerTextInput").pressSequentially("See you there");
  expect(await lozenge.box()).toMatchObject({ surface: "message", editor: "draft", submits: 1 });
  await page.goto("https://x.com/i/chat/1001");
  await page.getByTestId("dm-composer-textarea").pressSequentially("See you there");
  expect(await lozenge.box()).toMatchObject({ surface: "message", editor: "field", submits: 1 });
  const draft = await lozenge.draft();
  expect(draft).toMatchObject({ text: "See you there", site: "x" });
  expect(draft.reply_to).not.toBe("");
});

test("the profile form's bio is the text, and the name beside it a circumstance", async ({ page, lozenge }) => {
  await page.goto("https://x.com/settings/profile");
  await page.locator('input[name="displayName"]').fill("Sam from the NHS");
  await page.locator('textarea[name="description"]').fill("Ward sister");
  await page.locator('input[name="url"]').fill("https://example.org/");
  expect(await lozenge.box()).toMatchObject({ surface: "profile", editor: "field", holders: 1, submits: 1 });
  expect(await lozenge.draft()).toEqual({
    text: "Ward sister",
    site: "x",
    surface: "profile",
    handle: "sam_okafor",
    display_name: "Sam from the NHS",
    attachments: [{ kind: "link", url: "https://example.org/" }],
  });
});

test("the author's own profile gives the bio, another's does not", async ({ page, lozenge }) => {
  await page.goto("https://x.com/sam_okafor");
  expect(await lozenge.ownProfile()).toEqual({
    handle: "sam_okafor",
    bio: "Ward sister. Tea, cycling, allotments. Views my own.",
  });
  await page.goto("https://x.com/gwenprosser");
  expect(await lozenge.ownProfile()).toBeNull();
});

test("an open list of suggestions is seen", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home");
  await page.getByTestId("tweetTextarea_0").pressSequentially("hello @gwe");
  await expect(page.locator('[id^="typeaheadDropdownWrapped-"]')).toBeVisible();
  expect(await lozenge.box()).toMatchObject({ suggestions: true });
  await page.keyboard.press("Escape");
  await expect(page.locator('[id^="typeaheadDropdownWrapped-"]')).toBeHidden();
  expect(await lozenge.box()).toMatchObject({ suggestions: false });
});

test("the field of small screens", async ({ page, lozenge }) => {
  await page.goto("https://x.com/home?mobile=1");
  await page.getByTestId("tweetTextarea_0").pressSequentially("on a phone");
  expect(await lozenge.box()).toMatchObject({ surface: "post", editor: "field", submits: 1 });
  expect(await lozenge.words()).toEqual(["on a phone"]);
});
