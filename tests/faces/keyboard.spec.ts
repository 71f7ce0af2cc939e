import { expect, test } from "./gallery-page";

test("a hold moves focus to the card's heading and says so at once", async ({ open, card }) => {
  await open("held-stop");
  await expect(card.getByRole("heading", { name: "Not posted yet" })).toBeFocused();
});

test("the region that is read out is there before its words", async ({ open, card }) => {
  await open("checking");
  await expect(card.getByRole("status")).toHaveText("");
  await expect(card.getByRole("alert")).toHaveText("");
  await open("findings");
  await expect(card.getByRole("status")).toHaveText("Lozenge: 3 to look at");
});

test("everything in the card can be reached and done with the keyboard", async ({ open, card, page }) => {
  await open("held-stop");
  const go = card.getByRole("button", { name: "Post it as it is" });
  await expect(go).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(card.getByRole("button", { name: "Hide" })).toBeFocused();
  for (const fix of await card.locator('[data-index="0"] .buttons button').all()) {
    await page.keyboard.press("Tab");
    await expect(fix).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(card.locator("summary").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(card.locator("blockquote").first()).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.locator("#log")).toContainText("reason 0 not-real");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#log")).toContainText("reason 0 permission");
  await expect(card.getByRole("radio", { name: "I have their written permission" })).toBeFocused();
  await expect(card.getByRole("radio", { name: "I have their written permission" })).toBeChecked();
  await expect(card.locator("blockquote").first()).toBeVisible();
  await go.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#log")).toContainText("go;");
});

test("Escape closes the card and gives focus back", async ({ open, card, page }) => {
  await open("held-warn");
  await page.keyboard.press("Escape");
  await expect(page.locator("#draft")).toBeFocused();
  await expect(page.locator("#log")).toContainText("back;");
  await expect(card.getByRole("button", { name: "Lozenge: 2 to look at" })).toHaveAttribute("aria-expanded", "false");
});

test("a key that is still held down does not answer for the author", async ({ open, card, page }) => {
  await open("held-warn");
  const go = card.getByRole("button", { name: "Post it as it is" });
  await go.focus();
  const pressed = await go.evaluate((button) =>
    button.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", repeat: true, bubbles: true, cancelable: true })),
  );
  expect(pressed).toBe(false);
  await page.keyboard.press("Enter");
  await expect(page.locator("#log")).toHaveText("go; ");
});

test("Not this time takes one finding away and keeps focus in the card", async ({ open, card, page }) => {
  await open("findings", "?open");
  const button = card.getByRole("button", { name: /^Not this time.*You name a colleague/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(card.locator(".finding")).toHaveCount(2);
  expect(await card.evaluate((element) => element.contains((element.getRootNode() as ShadowRoot).activeElement))).toBe(
    true,
  );
});

test("in a field, choosing a quote asks for it to be selected", async ({ open, card, page }) => {
  await open("in-a-field", "?open");
  await card.getByRole("button", { name: /^Select in the box.*@amina_of/ }).click();
  await expect(page.locator("#log")).toContainText("choose 1 1;");
});

test("what happens in the card is not seen by the page's shortcuts", async ({ open, card, page }) => {
  await open("findings", "?open");
  await page.evaluate(() => {
    for (const type of ["keydown", "keyup", "click", "mousedown", "pointerdown", "input"]) {
      document.addEventListener(type, () => {
        document.title = `the page saw ${type}`;
      });
    }
  });
  await card.locator("summary").first().click();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  expect(await page.title()).toBe("Lozenge: every state of the card");
});

test("a page that takes the card away gets it back, with its focus", async ({ open, card, page }) => {
  await open("held-warn");
  await card.getByRole("button", { name: "Back to my post" }).focus();
  await page.evaluate(() => document.querySelector("lozenge-card")?.remove());
  await expect(card.getByRole("button", { name: "Back to my post" })).toBeFocused();
});

test("the card moves into a dialog that opens around its box", async ({ open, card, page }) => {
  await open("findings", "?open");
  await page.evaluate(() => {
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    dialog.append(document.getElementById("scope") as Element);
    dialog.showModal();
    dispatchEvent(new Event("resize"));
  });
  await expect(page.locator("dialog > lozenge-card")).toHaveCount(1);
  await card.getByRole("button", { name: "Hide" }).click();
  await expect(card.getByRole("button", { name: "Lozenge: 3 to look at" })).toBeFocused();
});
