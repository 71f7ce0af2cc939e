import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, faultsOf, fitsWidth, store, stored, test } from "./extension";

const PAGE = "options/options.html";
const LIST = "Or list your colleagues here, one on each line";
const FILE = "Read a file of colleagues";
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
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("", "QuotaExceededError");
    };
  });
  await page.getByLabel(LIST).fill("Asha Patel");
  await page.getByRole("button", { name: "Save colleagues" }).click();
  await expect(page.locator("#colleagues").getByText("storage for Lozenge is full")).toBeVisible();
  await expect(page.getByLabel(LIST)).toHaveValue("Asha Patel");
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
  const list = page.getByLabel(LIST);
  await list.fill("Asha Patel, Ash, @asha, yes\n,nobody\nTom Okafor");
  await page.getByRole("button", { name: "Save colleagues" }).click();
  await expect(page.locator("#colleagues").getByRole("alert").last()).toHaveText(
    "1 line was left out. The rest was read.",
  );
  await expect(page.getByText("Line 2: the name is missing.")).toBeVisible();
  await expect.poll(() => factsOf(page)).toMatchObject({ Colleagues: "2", "With permission": "1" });
  await expect(list).toHaveValue(/,nobody/);
  await expect.poll(() => listsOf(page)).toEqual(["y,Asha,Patel,Ash,asha\nn,Tom,Okafor\n"]);
});

test("reads a CSV file, shows where the list came from and clears it", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel(FILE).setInputFiles(csv('name,preferred,handle,permission\r\n"Patel, Asha",Ash,,no\r\n'));
  await expect
    .poll(() => factsOf(page))
    .toEqual({
      "Read from": "ward-5.csv",
      On: expect.stringMatching(/^\d+ \w+ \d{4}$/),
      Colleagues: "1",
      "With a handle": "0",
      "With permission": "0",
      "Lines left out": "0",
    });
  await expect(page.getByLabel(LIST)).toHaveValue("Asha Patel, Ash");
  await page.getByRole("button", { name: "Clear the whole list" }).click();
  await expect(page.getByText("This takes 1 colleague off your list.")).toBeVisible();
  await page.locator("#colleagues").getByRole("button", { name: "No, keep" }).click();
  await expect(page.getByRole("button", { name: "Clear the whole list" })).toBeFocused();
  await page.getByRole("button", { name: "Clear the whole list" }).click();
  await page.getByRole("button", { name: "Yes, clear the list" }).click();
  await expect(page.getByText("No colleagues listed.")).toBeVisible();
  await expect(page.getByLabel(LIST)).toHaveValue("");
  await expect.poll(() => listsOf(page)).toEqual([]);
  expect((await stored(page)).settings).toEqual({ version: 1 });
});

test("reads a directory of 100,000 with bad rows, shows how far it is, and can be used meanwhile", async ({
  lozenge,
}) => {
  test.slow();
  const page = await lozenge.open(PAGE);
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    // What is shown while the page is busy counts for nothing: a frame has to be drawn with it.
    const look = (): void => {
      const bar = document.querySelector("progress");
      if (bar?.checkVisibility()) seen.push(bar.value);
      requestAnimationFrame(look);
    };
    look();
  });
  const rows = Array.from({ length: 100_000 }, (_, row) => `Given${row},Family${row},${row % 40 === 0 ? "yes" : "no"}`);
  for (let bad = 0; bad < 300; bad += 1) rows[bad * 300 + 7] = `,,yes`;
  const sheet = ["First name,Surname,Consent,Department", ...rows].join("\r\n");
  await page.getByLabel(FILE).setInputFiles(csv(sheet));
  await expect
    .poll(() => factsOf(page))
    .toMatchObject({ Colleagues: "99,700", "With permission": "2,500", "Lines left out": "300" });
  const part = page.locator("#colleagues");
  await expect(part.getByRole("status").first()).toHaveText("Saved: 99,700 colleagues");
  await expect(part.getByText("300 lines were left out. The rest was read.")).toBeVisible();
  await expect(part.getByText("Line 9: the name is missing.")).toBeVisible();
  await expect(part.getByText("Line 309: the name is missing.")).toBeVisible();
  await expect(part.getByText("Show 190 more lines")).toBeVisible();
  await expect(part.getByText("100 more lines were left out. They are not listed here.")).toBeVisible();
  await expect(part.getByText("These columns were not used: Department.")).toBeVisible();
  await expect(part.getByRole("progressbar")).toBeHidden();
  await expect(page.getByLabel(LIST)).toBeHidden();
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
  expect(new Set(seen).size, "several states of the bar were drawn").toBeGreaterThan(2);
  expect((await listsOf(page)).map((list) => list.length)).toEqual([expect.any(Number)]);
  expect(JSON.stringify(await stored(page)).length, "settings stay small").toBeLessThan(1_000);
  expect(await faultsOf(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
});

test("stops reading on a press, and leaves the list as it was", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel(FILE).setInputFiles(csv("Asha Patel\n"));
  await expect.poll(() => factsOf(page)).toMatchObject({ Colleagues: "1" });
  await page.evaluate(() => {
    // A slow computer: between two slices nothing goes on until the test has pressed.
    const real = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      document.addEventListener("click", () => real.call(this, message), { once: true });
    };
  });
  await page.getByLabel(FILE).setInputFiles(csv("Tom Okafor\n".repeat(30_000)));
  await expect(page.getByRole("progressbar", { name: "Reading ward-5.csv" })).toBeVisible();
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByText("Stopped. The list is as it was.")).toBeVisible();
  expect(await factsOf(page)).toMatchObject({ Colleagues: "1" });
  expect(await listsOf(page)).toEqual(["n,Asha,Patel\n"]);
});

test("refuses what is no list, says why and keeps the old one", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel(FILE).setInputFiles(csv("Asha Patel\n"));
  await expect.poll(() => factsOf(page)).toMatchObject({ Colleagues: "1" });
  await page.getByLabel(FILE).setInputFiles({ ...csv("PK\u0003\u0004"), name: "staff.xlsx" });
  await expect(page.getByText("This file is not text.")).toBeVisible();
  await page.getByLabel(FILE).setInputFiles(csv("one\ntwo\n"));
  await expect(page.getByText("No line could be read, so nothing was changed.")).toBeVisible();
  await page.getByLabel(FILE).setInputFiles({ ...csv(""), buffer: Buffer.from("Si\xE2n Rees\n", "latin1") });
  await expect(page.getByText(/Lozenge took it for Windows text/)).toBeVisible();
  await expect.poll(() => listsOf(page)).toEqual(["n,Siân,Rees\n"]);
});

test("says when the browser lost the list", async ({ lozenge }) => {
  const directory = {
    list: "author:gone",
    source: "team.csv",
    on: today,
    people: 3,
    handles: 0,
    agreed: 0,
    refused: 0,
  };
  await store(lozenge, { settings: { version: 1, directory } });
  const page = await lozenge.open(PAGE);
  await expect(page.getByText("The list of colleagues is not in this browser any more.")).toBeVisible();
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
    decisions: [{ family: "abuse", reason: "public", date: today }],
  });
  const page = await lozenge.open(PAGE);
  await page.getByLabel(FILE).setInputFiles(csv("Asha Patel\n"));
  await expect(page.getByLabel(LIST)).toHaveValue("Asha Patel");
  await page.getByRole("button", { name: "Clear everything" }).click();
  await expect(page.getByRole("button", { name: "Yes, clear everything" })).toBeFocused();
  expect(await stored(page)).toHaveProperty("settings");
  await page.getByRole("button", { name: "Yes, clear everything" }).click();
  await expect(page.getByText("Everything is cleared.")).toBeVisible();
  expect(await stored(page)).toEqual({});
  expect(await listsOf(page)).toEqual([]);
  await expect(page.getByText("You have not chosen an organisation yet.")).toBeVisible();
  await expect(page.getByLabel(LIST)).toHaveValue("");
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

function csv(text: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name: "ward-5.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

/** What the page says of the list: each fact by its name. */
async function factsOf(page: Page): Promise<Record<string, string>> {
  const pairs = await page
    .locator("#colleagues .facts div")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  return Object.fromEntries(pairs);
}

/** The lists of colleagues that are kept, as text. */
function listsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("lozenge");
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = await new Promise<Uint8Array[]>((resolve) => {
      const asked = database.transaction("lists").objectStore("lists").getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return all.map((list) => new TextDecoder().decode(list));
  });
}
