/** What LinkedIn's page does beyond taking text and publishing it. */
import { expect, postedOn, test } from "../spec-page";

const FEED = "https://www.linkedin.com/feed/";
const SHARE = '.share-box [data-test-ql-editor-contenteditable="true"]';
const TIPTAP = 'dialog[open] [componentkey="ShareBox_textEditor"]';
const PICTURE = {
  name: "ward.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

for (const quill of ["1", "2"]) {
  for (const generation of ["ember", "interop"]) {
    test(`Quill ${quill} in ${generation} takes text in the middle, emoji pictures and hashtags`, async ({ page }) => {
      await page.goto(`${FEED}?gen=${generation}&quill=${quill}&emoji=img`);
      await page.locator("[data-replica=launcher]").click();
      const holder = page.locator(SHARE);
      await holder.pressSequentially("one three 🎉 #kind times");
      await expect(holder.locator("img[alt='🎉']")).toHaveCount(1);
      await expect(holder.locator("strong")).toHaveText("#kind");
      await holder.press("Home");
      await holder.press("ControlOrMeta+ArrowRight");
      await holder.pressSequentially(" two");
      await holder.press("End");
      await holder.press("Enter");
      await holder.press("Enter");
      await holder.pressSequentially("last");
      await page.locator("button.share-actions__primary-action").click();
      expect((await postedOn(page))[0]?.text).toBe("one two three 🎉 #kind times\n\nlast");
    });
  }
}

test("the older dialog is in an open shadow root of a host without height", async ({ page }) => {
  await page.goto(`${FEED}?gen=interop`);
  await page.locator("[data-replica=launcher]").click();
  await expect(page.locator(SHARE)).toBeFocused();
  const seen = await page.evaluate((selector) => {
    const host = document.querySelector("#interop-outlet");
    return {
      byDocument: document.querySelector(selector) !== null,
      byRoot: host?.shadowRoot?.querySelector(selector) !== null,
      active: document.activeElement?.id,
      height: host?.getBoundingClientRect().height,
    };
  }, SHARE);
  expect(seen).toEqual({ byDocument: false, byRoot: true, active: "interop-outlet", height: 0 });
});

test("the newer dialog makes the rest of the page inert", async ({ page }) => {
  await page.goto(`${FEED}?gen=sdui`);
  await page.locator("[data-replica=launcher]").click();
  await expect(page.locator(TIPTAP)).toBeFocused();
  await page.locator("[data-replica=launcher]").focus();
  await expect(page.locator("[data-replica=launcher]")).not.toBeFocused();
});

test("Tiptap takes soft breaks, blank lines, hashtags and emoji pictures", async ({ page }) => {
  await page.goto(`${FEED}?gen=sdui&emoji=img`);
  await page.locator("[data-replica=launcher]").click();
  const holder = page.locator(TIPTAP);
  await holder.pressSequentially("one 😀 #kind");
  await holder.press("Shift+Enter");
  await holder.pressSequentially("two");
  await holder.press("Enter");
  await holder.press("Enter");
  await holder.pressSequentially("three");
  await expect(holder.locator("img[alt='😀']")).toHaveCount(1);
  await expect(holder.locator("strong")).toHaveText("#kind");
  await page.locator("dialog[open] button:not([aria-label])").click();
  expect((await postedOn(page))[0]?.text).toBe("one 😀 #kind\ntwo\n\nthree");
});

test("a picture mounts Tiptap anew and keeps its text", async ({ page }) => {
  await page.goto(`${FEED}?gen=sdui&rerender=1`);
  await page.locator("[data-replica=launcher]").click();
  const holder = page.locator(TIPTAP);
  await holder.pressSequentially("with a picture");
  const before = await holder.elementHandle();
  await page.locator('dialog[open] input[type="file"]').setInputFiles(PICTURE);
  await expect(page.locator('#ShareBoxpreviewCard img[src^="blob:"]')).toHaveCount(1);
  expect(await before?.evaluate((element) => element.isConnected)).toBe(false);
  await page.locator("dialog[open] button:not([aria-label])").click();
  expect((await postedOn(page))[0]).toMatchObject({ text: "with a picture", attachments: ["ward.png"] });
});

test("a picture goes through the media editor of the older dialog", async ({ page }) => {
  await page.goto(`${FEED}?gen=interop&rerender=1`);
  await page.locator("[data-replica=launcher]").click();
  await page.locator(SHARE).pressSequentially("with a picture");
  await page.locator("#media-editor-file-selector__file-input").setInputFiles(PICTURE);
  await page.locator(".media-editor__container .share-box-footer__primary-btn").click();
  await expect(page.locator(".share-creation-state__preview-container img")).toHaveCount(1);
  await page.locator("button.share-actions__primary-action").click();
  expect((await postedOn(page))[0]).toMatchObject({ text: "with a picture", attachments: ["ward.png"] });
});

for (const [generation, submit] of [
  ["ember", "button.comments-comment-box__submit-button--cr"],
  ["sdui", 'button[componentkey*="commentButtonSection" i]'],
] as const) {
  test(`the ${generation} comment has a submit button only while it has text`, async ({ page }) => {
    await page.goto(`${FEED}?gen=${generation}`);
    const box = page.locator('[contenteditable="true"][role="textbox"]').first();
    await expect(page.locator(submit)).toHaveCount(0);
    await box.pressSequentially("x");
    await expect(page.locator(submit)).toHaveCount(1);
    await box.press("Backspace");
    await expect(page.locator(submit)).toHaveCount(0);
  });
}

test("own account and profile can be read", async ({ page }) => {
  await page.goto(`${FEED}?gen=ember`);
  await expect(page.locator("img.global-nav__me-photo")).toHaveAttribute("alt", "Sam Okafor");
  expect(await page.locator("code").first().textContent()).toContain("com.linkedin.voyager.common.Me");
  await page.goto("https://www.linkedin.com/in/sam-okafor/");
  await expect(page.getByTestId("expandable-text-box")).toContainText("Views my own");
});
