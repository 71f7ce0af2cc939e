import { readFile } from "node:fs/promises";
import { expect, faultsOf, fitsWidth, store, stored, test } from "./extension";

const PAGE = "options/options.html";
const today = new Date().toISOString().slice(0, 10);

test("keeps the organisation and says so", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel("NHS North Tyneside CCG").check();
  await expect(page.locator("#organisation").getByRole("status")).toHaveText("Saved");
  await page.reload();
  await expect(page.getByLabel("NHS North Tyneside CCG")).toBeChecked();
});

test("asks again where settings are broken, and keeps what can be read", async ({ lozenge }) => {
  await store(lozenge, { settings: { version: 1, organisation: 7, employer_names: ["the Royal"] } });
  const page = await lozenge.open(PAGE);
  await expect(page.getByText("Some of your settings could not be read.")).toBeVisible();
  await expect(page.getByLabel("What you call your employer in posts")).toHaveValue("the Royal");
  await page.getByLabel("An NHS Trust").check();
  await expect(page.getByText("Some of your settings could not be read.")).toBeHidden();
});

test("says when storage is full and keeps what was typed", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.evaluate(() => {
    chrome.storage.local.set = () => Promise.reject(new Error("Resource::kQuotaBytes quota exceeded"));
  });
  await page.getByLabel("Your colleagues, one on each line").fill("Asha Patel");
  await page.getByRole("button", { name: "Save colleagues" }).click();
  await expect(page.locator("#colleagues").getByText("storage for Lozenge is full")).toBeVisible();
  await expect(page.getByLabel("Your colleagues, one on each line")).toHaveValue("Asha Patel");
});

test("sets the capacity of one account, however its handle is written", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel("Account handle or name").fill(" @WardSister ");
  await page.getByLabel("Posting as").selectOption("Professional");
  await page.getByRole("button", { name: "Add account" }).click();
  await expect(page.getByText("wardsister: Professional")).toBeVisible();
  expect(await stored(page)).toMatchObject({ settings: { capacity_by_account: { wardsister: "professional" } } });
  await page.getByRole("button", { name: "Remove wardsister" }).click();
  await expect(page.getByText("wardsister: Professional")).toBeHidden();
});

test("asks for the handle that is missing, beside its field", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByRole("button", { name: "Add account" }).click();
  await expect(page.getByLabel("Account handle or name")).toBeFocused();
  await expect(page.getByLabel("Account handle or name")).toHaveAccessibleDescription(/Enter the handle/);
});

test("reads colleagues, names the bad lines and leaves them to be mended", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  const list = page.getByLabel("Your colleagues, one on each line");
  await list.fill("Asha Patel, Ash, @asha, yes\n,nobody\nTom Okafor");
  await page.getByRole("button", { name: "Save colleagues" }).click();
  await expect(page.locator("#colleagues").getByRole("alert").first()).toContainText("Line 2: the name is missing.");
  await expect(page.getByText("2 colleagues, 1 with permission.")).toBeVisible();
  await expect(list).toHaveValue(/,nobody/);
  expect((await stored(page)).people).toEqual([
    { name: "Asha Patel", preferred: "Ash", handle: "@asha", permission: true },
    { name: "Tom Okafor" },
  ]);
});

test("reads a CSV file, shows where the list came from and clears it", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel("Or read a CSV file").setInputFiles({
    name: "ward-5.csv",
    mimeType: "text/csv",
    buffer: Buffer.from('name,preferred,handle,permission\r\n"Patel, Asha",Ash,,no\r\n'),
  });
  await expect(page.getByText(/1 colleague, 0 with permission\. Source: ward-5\.csv/)).toBeVisible();
  await page.getByRole("button", { name: "Clear the whole list" }).click();
  await expect(page.getByText("No colleagues listed.")).toBeVisible();
  expect(await stored(page)).toMatchObject({ people: [] });
});

test("does not lose what is typed in one part when another part is saved", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel("What your profile says about you").fill("Nurse. Views my own.");
  await page.getByLabel("Professional").first().check();
  await expect(page.locator("#capacity").getByRole("status")).toHaveText("Saved");
  await expect(page.getByLabel("What your profile says about you")).toHaveValue("Nurse. Views my own.");
});

test("switches a family off and on", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  const family = page.getByRole("checkbox", { name: /Politics and religion/ });
  await family.uncheck();
  await expect.poll(async () => (await stored(page)).settings).toMatchObject({ off: ["politics-religion"] });
  await expect(family).toBeFocused();
  await family.check();
  await expect.poll(async () => (await stored(page)).settings).toMatchObject({ off: [] });
});

test("tries a draft and shows what the policy says of it", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  const part = page.locator("#try-it");
  await part.getByRole("textbox").fill("Our patient’s NHS number is 943 476 5919");
  await part.getByRole("button", { name: "Check this draft" }).click();
  await expect(part.getByRole("article").first()).toContainText("943 476 5919");
  await expect(part.getByRole("article").first().getByRole("figure").first()).toContainText(/Section \d/);
  await part.getByRole("textbox").fill("The daffodils are out");
  await part.getByRole("button", { name: "Check this draft" }).click();
  await expect(part.getByRole("status")).toHaveText("Nothing was found in this draft.");
  expect(JSON.stringify(await stored(page))).not.toContain("daffodils");
});

test("shows, hands out and clears what was let through", async ({ lozenge }) => {
  await store(lozenge, { decisions: [{ family: "patient-identifier", reason: "not-real", date: today }] });
  const page = await lozenge.open(PAGE);
  await expect(page.getByRole("cell", { name: "Details that identify a patient" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "It is not a real person" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toBe(
    `date,family,reason\r\n${today},patient-identifier,not-real\r\n`,
  );
  await page.getByRole("button", { name: "Clear this list" }).click();
  await expect(page.getByText("Nothing is kept at the moment.")).toBeVisible();
  expect(await stored(page)).toMatchObject({ decisions: [] });
});

test("leaves nothing behind after one question", async ({ lozenge }) => {
  await store(lozenge, {
    settings: { version: 1, organisation: "elft", bio: "Nurse" },
    people: [{ name: "Asha Patel" }],
    decisions: [{ family: "abuse", reason: "public", date: today }],
  });
  const page = await lozenge.open(PAGE);
  await page.getByRole("button", { name: "Clear everything" }).click();
  await expect(page.getByRole("button", { name: "Yes, clear everything" })).toBeFocused();
  expect(await stored(page)).toHaveProperty("settings");
  await page.getByRole("button", { name: "Yes, clear everything" }).click();
  await expect(page.getByText("Everything is cleared.")).toBeVisible();
  expect(await stored(page)).toEqual({});
  await expect(page.getByText("You have not chosen an organisation yet.")).toBeVisible();
  await expect(page.getByLabel("Your colleagues, one on each line")).toHaveValue("");
});

test("is clean under axe and fits a narrow window", async ({ lozenge }) => {
  test.slow();
  await store(lozenge, {
    settings: {
      version: 1,
      organisation: "nhs-england-2017",
      bio_by_account: { wardsister: "Views my own" },
      capacity_by_account: { wardsister: "official" },
    },
    decisions: [{ family: "abuse", reason: "public", date: today }],
  });
  const page = await lozenge.open(PAGE);
  await page.getByLabel("A draft").fill("Our patient’s NHS number is 943 476 5919");
  await page.getByRole("button", { name: "Check this draft" }).click();
  await page.getByRole("article").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
});
