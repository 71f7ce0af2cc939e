/** The extension's own pages where the browser is set to Welsh. */
import type { Page } from "@playwright/test";
import { inWelsh } from "../harness/welsh";
import { expect, launch, originOf, test } from "./extension";

const NUMBER = "Mae hwn yn edrych fel rhif GIG: tynnwch ef allan, mae’n arwain yn syth at un person.";

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of the pattern.
test("the extension's own pages tell in Welsh what was found, what clauses say, and what is wrong with a pack", async ({}, info) => {
  await inWelsh("chromium", async (folder) => {
    const context = await launch(info.outputPath("profile"), folder);
    const origin = await originOf(context);
    await tryIt(await context.newPage(), origin);
    await practise(await context.newPage(), origin);
    await readThePolicy(await context.newPage(), origin);
    await takeAPack(await context.newPage(), origin);
    await context.close();
  });
});

async function tryIt(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}options/options.html`);
  await expect(page.getByText("i’w hadolygu ar 1 Mawrth 2018").first()).toBeVisible();
  const part = page.locator("#try-it");
  await part.getByRole("textbox").fill("Our patient’s NHS number is 943 476 5919");
  await part.getByRole("button", { name: "Gwirio’r drafft hwn" }).click();
  const finding = part.getByRole("article").first();
  const message = finding.getByText(NUMBER);
  await expect(message).toBeVisible();
  await expect(message).toHaveAttribute("lang", "cy");
  const line = finding.locator(".clause-summary").first();
  await expect(line).toHaveText(/^[^']*claf/);
  await expect(line).toHaveAttribute("lang", "cy");
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

/** Every clause has its plain line in Welsh above the policy's own English, and Welsh words find it. */
async function readThePolicy(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}popup/popup.html`);
  const clauses = page.locator("details.clause-entry");
  await clauses.first().waitFor();
  expect(await clauses.count()).toBeGreaterThan(40);
  expect(await clauses.locator("> summary > [lang='cy']").count()).toBe(await clauses.count());
  expect(await clauses.locator("> blockquote[lang='en-GB']").count()).toBe(await clauses.count());
  await page.getByLabel("Chwilio’r polisi").fill("lythrennau blaen");
  await expect(clauses).toHaveCount(1);
}

async function takeAPack(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}options/options.html`);
  const part = page.locator("#own-policy");
  await part.getByText("Neu gludwch ei thestun").click();
  const text = part.getByLabel("Testun y ffeil bolisi");
  const check = part.getByRole("button", { name: "Gwirio’r testun hwn" });
  await text.fill(PACK.replace('title = "Policy"\n', ""));
  await check.click();
  await expect(
    part.getByText("Llinell 2: mae’r maes `title` ar goll: ychwanegwch ef at y tabl [policy] hwn"),
  ).toBeVisible();
  await text.fill(PACK);
  await check.click();
  const looked = part.getByRole("region", { name: "Beth sydd yn y ffeil bolisi hon" });
  await looked.getByText("2 o gymalau").click();
  await expect(looked.getByText("Byddwch yn garedig.")).toHaveAttribute("lang", "cy");
  await expect(looked.getByText("Be brief.")).toHaveAttribute("lang", "en-GB");
  await expect(looked.locator("blockquote").first()).toHaveAttribute("lang", "en-GB");
}

const PACK = `
[policy]
id = "my-trust"
title = "Policy"
organisation = "My Trust"

[[clause]]
id = "1-kind"
section = "1"
opening = "Be kind"
text = "Be kind to everybody."
summary = "Be kind."
summary_cy = "Byddwch yn garedig."

[[clause]]
id = "2-brief"
section = "2"
opening = "Be brief"
text = "Be brief to everybody."
summary = "Be brief."

[[duty]]
family = "abuse"
severity = "warn"
clauses = ["1-kind"]
`;
