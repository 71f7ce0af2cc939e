/** Each box takes what is typed and records exactly that from its editor's state. */
import { address, type Replica, replicas, strangers } from "./index";
import type { Posted } from "./shared/posted";
import { expect, openBox, postedOn, publishByButton, scopeOf, test } from "./spec-page";

const LINE = "Lovely walk by the canal, said @nobody in particular 🚶‍♀️ #allotment";

/** The recorded words of what the box under test fills. */
function words(posted: Posted, replica: Replica): string | undefined {
  return replica.field ? posted.fields?.[replica.field] : posted.text;
}

for (const replica of replicas) {
  test.describe(replica.name, () => {
    test("records what is typed and sent with the button", async ({ page }) => {
      const holder = await openBox(page, replica, address(replica));
      await holder.press("ControlOrMeta+End");
      await holder.pressSequentially(LINE);
      await publishByButton(page, replica);
      const [posted] = await postedOn(page);
      expect(posted?.surface).toBe(replica.records);
      expect(posted && words(posted, replica)).toBe((replica.starts ?? "") + LINE);
      expect(posted?.trusted).toBe(true);
      const seen = scopeOf(page, replica).locator("[data-replica=timeline]").filter({ hasText: "by the canal" });
      await expect(seen.first()).toBeVisible();
    });

    if (replica.keys !== "none") {
      test("records several lines sent with keys, in another language, while parents re-render", async ({ page }) => {
        const holder = await openBox(page, replica, address(replica, { lang: "th", rerender: "1" }));
        await holder.press("ControlOrMeta+End");
        await holder.pressSequentially("first line");
        await holder.press(replica.newline);
        await holder.press(replica.newline);
        await holder.pressSequentially("third line");
        await holder.press(replica.keys === "chord" ? "Control+Enter" : "Enter");
        if (replica.confirm) await scopeOf(page, replica).locator(replica.confirm).last().click();
        const [posted] = await postedOn(page);
        expect(posted && words(posted, replica)).toBe(`${replica.starts ?? ""}first line\n\nthird line`);
      });
    }

    test("ignores a scripted press when told to", async ({ page }) => {
      const holder = await openBox(page, replica, address(replica, { untrusted: "ignored", lang: "cy" }));
      await holder.press("ControlOrMeta+End");
      await holder.pressSequentially("typed");
      const { submit } = replica;
      if (!replica.frame && !replica.confirm) {
        await page.locator(submit).last().dispatchEvent("click");
        await page.waitForFunction(() => window.__submits > 0);
        expect(await page.evaluate(() => window.__posted)).toEqual([]);
      }
      await publishByButton(page, replica);
      expect(await postedOn(page)).toHaveLength(1);
    });
  });
}

for (const stranger of strangers) {
  test(`${stranger.name} takes text and publishes it`, async ({ page }) => {
    await page.goto(stranger.at);
    for (const selector of stranger.open) await page.locator(selector).first().click();
    await page.locator(stranger.holder).pressSequentially(LINE);
    await page.locator(stranger.submit).click();
    expect((await postedOn(page))[0]).toMatchObject({ surface: "strange", text: LINE, trusted: true });
  });
}
