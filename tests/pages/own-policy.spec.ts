import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, faultsOf, fitsWidth, store, stored, test } from "./extension";

const PAGE = "options/options.html#own-policy";
const FILE = join(import.meta.dirname, "../../docs/examples/fenmoor.toml");
const TRUST = "Fenmoor and Saltby NHS Foundation Trust";

test("a file with mistakes is refused with every one at its line, and nothing changes", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  const broken = (await readFile(FILE, "utf8"))
    .replace('severity = "stop"', 'severity = "loud"')
    .replace('family = "abuse"', 'family = "abus"')
    .replace("[policy]\n", "[policy]\ncolour = 3\n");
  await page
    .getByLabel("Choose a policy file")
    .setInputFiles({ name: "broken.toml", mimeType: "text/plain", buffer: Buffer.from(broken) });
  const told = page.locator("#own-policy").getByRole("alert").first();
  await expect(told).toContainText("3 things in this file have to be mended");
  await expect(told.getByRole("listitem")).toHaveText([
    /^Line 5: unknown field `colour`/,
    /^Line \d+: unknown variant `loud`: use one of stop, warn, advise/,
    /^Line \d+: there is no family "abus": did you mean "abuse"\?/,
  ]);
  expect(await stored(page)).not.toHaveProperty("pack");
});

test("a file that is too long is not read", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page
    .getByLabel("Choose a policy file")
    .setInputFiles({ name: "film.toml", mimeType: "text/plain", buffer: Buffer.alloc(1_048_577, "x") });
  await expect(page.getByText("longer than 1 MB")).toBeVisible();
});

test("a policy is looked at before it is used, tried, replaced and removed", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel("Choose a policy file").setInputFiles(FILE);
  const preview = page.getByRole("region", { name: "What is in this policy file" });
  await expect(preview.getByRole("heading")).toHaveText(
    `Staff Guide to Social Media, ${TRUST}, version 2.1, March 2026`,
  );
  await expect(preview.getByRole("heading")).toBeFocused();
  await expect(preview.getByText("Clauses: 8. Duties: 9. Contacts: 3.")).toBeVisible();
  await expect(
    preview.getByRole("listitem").filter({ hasText: "Your organisation's own rules" }).first(),
  ).toBeVisible();
  await expect(preview.getByText(/says nothing on these.*Politics and religion/)).toBeVisible();
  expect(await stored(page)).not.toHaveProperty("pack");

  await preview.getByRole("button", { name: "Use this policy" }).click();
  await expect(page.getByRole("radio", { name: new RegExp(TRUST) })).toBeChecked();
  await expect(page.locator("#families legend")).toContainText(TRUST);
  const kept = page.getByRole("checkbox", { name: /Details that identify a patient/ });
  await expect(kept).toBeDisabled();
  await page.getByLabel("A draft").fill("Quiet night on Kittiwake Ward");
  await page.getByRole("button", { name: "Check this draft" }).click();
  const finding = page.locator("#try-it").getByRole("article").filter({ hasText: "This names a ward" });
  await expect(finding).toContainText("Section 3.2");
  await expect(finding).toContainText(TRUST);

  const other = (await readFile(FILE, "utf8")).replace("Fenmoor and Saltby NHS", "Saltby NHS");
  await page.getByText("Or paste its text").click();
  await page.getByLabel("The policy file’s text").fill(other);
  await page.getByRole("button", { name: "Check this text" }).click();
  await preview.getByRole("button", { name: "Use this policy" }).click();
  await expect(page.getByRole("radio", { name: /^Saltby NHS Foundation Trust/ })).toBeChecked();

  await page.getByRole("button", { name: "Remove this policy" }).click();
  await expect(page.getByText("You have not chosen an organisation yet.")).toBeVisible();
  expect((await stored(page)).pack).toBeNull();
});

test("the file to begin from is itself a policy that can be used", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download an example file to begin from" }).click(),
  ]);
  await page.getByLabel("Choose a policy file").setInputFiles({
    name: download.suggestedFilename(),
    mimeType: "text/plain",
    buffer: await readFile(await download.path()),
  });
  await expect(page.getByRole("button", { name: "Use this policy" })).toBeVisible();
});

test("the popup shows the own policy, its clauses and whom to ask", async ({ lozenge }) => {
  await store(lozenge, { settings: { version: 1, organisation: "own-pack" }, pack: await readFile(FILE, "utf8") });
  const page = await lozenge.open("popup/popup.html");
  await expect(page.locator("#force")).toContainText(TRUST);
  await page.getByLabel("Search the policy").fill("ward");
  await expect(page.getByText("Do not name a ward or a unit.")).toBeVisible();
  await expect(page.getByRole("link", { name: "ig@fenmoor.example" })).toBeVisible();
});

test("is clean under axe and fits a narrow window with mistakes and with a preview", async ({ lozenge }) => {
  test.slow();
  const page = await lozenge.open(PAGE);
  await page.getByText("Or paste its text").click();
  await page.getByLabel("The policy file’s text").fill("[policy]\nid = 3\n");
  await page.getByRole("button", { name: "Check this text" }).click();
  await page.getByText("Line 2:").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
  await page.getByLabel("Choose a policy file").setInputFiles(FILE);
  await page.getByRole("button", { name: "Use this policy" }).waitFor();
  for (const summary of await page.locator("#own-policy .panel summary").all()) await summary.click();
  expect(await faultsOf(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
});
