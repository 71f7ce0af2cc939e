/** Findings on the extension's own pages, where the browser is set to Welsh. */
import type { Page } from "@playwright/test";
import { inWelsh } from "../harness/welsh";
import { expect, launch, originOf, test } from "./extension";

const NUMBER = "Mae hwn yn edrych fel rhif GIG: tynnwch ef allan, mae’n arwain yn syth at un person.";

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of the pattern.
test("the try-it box and the first run's practice tell in Welsh what was found", async ({}, info) => {
  await inWelsh("chromium", async (folder) => {
    const context = await launch(info.outputPath("profile"), folder);
    const origin = await originOf(context);
    await tryIt(await context.newPage(), origin);
    await practise(await context.newPage(), origin);
    await context.close();
  });
});

async function tryIt(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}options/options.html`);
  const part = page.locator("#try-it");
  await part.getByRole("textbox").fill("Our patient’s NHS number is 943 476 5919");
  await part.getByRole("button", { name: "Gwirio’r drafft hwn" }).click();
  const finding = part.getByRole("article").first();
  const message = finding.getByText(NUMBER);
  await expect(message).toBeVisible();
  await expect(message).toHaveAttribute("lang", "cy");
  await expect(finding.locator("blockquote").first()).toHaveAttribute("lang", "en-GB");
}

async function practise(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}first-run/first-run.html`);
  await page.getByLabel("East London NHS Foundation Trust").check();
  await page.getByRole("button", { name: "Gorffen" }).click();
  await page.getByRole("button", { name: "Postio", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Heb ei bostio eto" })).toBeFocused();
  await expect(page.getByRole("heading", { name: NUMBER })).toBeVisible();
  await page.getByRole("button", { name: "Tynnu’r rhif allan" }).click();
  await expect(page.locator("#sample")).not.toContainText("943 476 5919");
}
