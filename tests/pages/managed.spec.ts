import type { Page } from "@playwright/test";
import type { KeptItems } from "../../extension/shared/managed/kept";
import { expect, faultsOf, fitsWidth, type Lozenge, store, stored, test } from "./extension";

const PAGE = "options/options.html";
const NAME = "Fenmoor and Saltby NHS Foundation Trust";
const REASON = `${NAME} has set this. You cannot change it here.`;

/** Puts an organisation's settings in place as the background keeps them; real ones are tested in tests/e2e. */
async function manage(
  lozenge: Lozenge,
  managed: KeptItems["managed"],
  more: Record<string, unknown> = {},
): Promise<void> {
  const named = { organisation_name: NAME, ...managed };
  const { problems = [], ...items } = more;
  await store(lozenge, { managed: { managed: named, problems, print: "" }, ...items });
}

const settingsOf = async (page: Page) => (await stored(page)).settings;

test("a locked question cannot be answered, and says who answered it", async ({ lozenge }) => {
  await manage(lozenge, { organisation: "elft", capacity: "official", locked: ["organisation", "capacity"] });
  const page = await lozenge.open(PAGE);
  for (const [question, answer] of [
    ["Which organisation’s policy applies to you?", "East London NHS Foundation Trust"],
    ["How do you mostly post?", "Official"],
  ] as const) {
    const group = page.getByRole("group", { name: question });
    await expect(group).toHaveAccessibleDescription(REASON);
    await expect(group.getByRole("radio", { name: answer, exact: true })).toBeChecked();
    for (const radio of await group.getByRole("radio").all()) await expect(radio).toBeDisabled();
  }
  await expect(page.getByLabel("Account handle or name")).toBeHidden();
  await expect(page.getByLabel("Choose a policy file")).toBeHidden();
});

test("a default of the organisation's may be changed, and may be changed back", async ({ lozenge }) => {
  await manage(lozenge, { organisation: "nhs-england-2017", families_off: ["politics-religion"], sites_off: ["x"] });
  const page = await lozenge.open(PAGE);
  const family = page.getByRole("checkbox", { name: /Politics and religion/ });
  await expect(family).not.toBeChecked();
  await family.check();
  await expect.poll(() => settingsOf(page)).toMatchObject({ off: [] });
  await expect(family).toBeChecked();
  const site = page.getByRole("checkbox", { name: "X (Twitter)" });
  await expect(site).not.toBeChecked();
  await site.check();
  await expect.poll(() => settingsOf(page)).toMatchObject({ sites_off: [] });
});

test("what is kept on, switched off for everybody or locked says so beside it", async ({ lozenge }) => {
  await manage(lozenge, {
    organisation: "elft",
    families_kept_on: ["patient-identifier"],
    emergency_families_off: ["abuse"],
    emergency_sites_off: ["linkedin"],
    stop_override: false,
    locked: ["stop_override"],
  });
  const page = await lozenge.open(PAGE);
  const kept = page.getByRole("checkbox", { name: /Details that identify a patient/ });
  await expect(kept).toBeDisabled();
  await expect(kept).toBeChecked();
  await expect(kept).toHaveAccessibleDescription("Your organisation’s policy keeps this on.");
  const strength = page.getByRole("combobox", { name: "How strongly: Details that identify a patient" });
  await expect(strength.getByRole("option")).toHaveText(["As the policy says", "One step stricter"]);
  const urgent = page.getByRole("checkbox", { name: /Abusive language/ });
  await expect(urgent).toBeDisabled();
  await expect(urgent).not.toBeChecked();
  await expect(urgent).toHaveAccessibleDescription(/switched this off for everybody/);
  const sites = page.getByRole("group", { name: "Read my drafts on" });
  await expect(sites).toHaveAccessibleDescription(/switched these off for everybody for now: LinkedIn/);
  await expect(sites.getByRole("checkbox", { name: "LinkedIn" })).toBeDisabled();
  await expect(sites.getByRole("checkbox", { name: "X (Twitter)" })).toBeEnabled();
  const stops = page.getByRole("group", { name: "When a post is stopped" });
  await expect(stops).toHaveAccessibleDescription(REASON);
  await expect(stops.getByRole("checkbox")).not.toBeChecked();
});

test("a family can be made milder or stricter", async ({ lozenge }) => {
  await store(lozenge, { settings: { version: 1, organisation: "nhs-england-2017" } });
  const page = await lozenge.open(PAGE);
  const strength = page.getByRole("combobox", { name: "How strongly: Details that identify a patient" });
  await strength.selectOption("One step milder");
  await expect.poll(() => settingsOf(page)).toMatchObject({ milder: ["patient-identifier"] });
  await page.getByLabel("A draft").fill("Our patient’s NHS number is 943 476 5919");
  await page.getByRole("button", { name: "Check this draft" }).click();
  await expect(page.locator("#try-it").getByRole("article").first()).toContainText("Warning");
  await strength.selectOption("As the policy says");
  await page.getByRole("button", { name: "Check this draft" }).click();
  await expect(page.locator("#try-it").getByRole("article").first()).toContainText("Stop");
});

test("the organisation's lists stand beside the author's own, which alone are edited", async ({ lozenge }) => {
  await manage(
    lozenge,
    {
      organisation: "elft",
      employer_names: ["the Infirmary"],
      employer_handles: ["@Fenmoor"],
      locked: ["employer_handles"],
    },
    { settings: { version: 1, employer_names: ["the Royal"], employer_handles: ["@mine"] } },
  );
  const page = await lozenge.open(PAGE);
  await expect(page.getByText(`Added by ${NAME}: the Infirmary.`)).toBeVisible();
  const names = page.getByLabel("What you call your employer in posts");
  await expect(names).toHaveValue("the Royal");
  const handles = page.getByLabel("Its social media handles");
  await expect(handles).toBeDisabled();
  await expect(handles).toHaveValue("@Fenmoor");
  await expect(handles).toHaveAccessibleDescription(new RegExp(REASON));
  await names.fill("the Royal\nthe General");
  await page.locator("#employer").getByRole("button", { name: "Save" }).click();
  await expect
    .poll(() => settingsOf(page))
    .toEqual({ version: 1, employer_names: ["the Royal", "the General"], employer_handles: ["@mine"] });
});

const problems = [
  { key: "capacity", fault: "not-known", detail: "chief" },
  { key: "try_out", fault: "not-true-or-false" },
];

for (const face of [PAGE, "popup/popup.html"]) {
  test(`${face} names what does not fit, and says that the rest applies`, async ({ lozenge }) => {
    await manage(lozenge, { organisation: "elft", try_out: true }, { problems });
    const page = await lozenge.open(face);
    await expect(page.getByText(`2 of the settings made by ${NAME} do not fit and are left out.`)).toBeVisible();
    await expect(page.getByText("capacity: Lozenge does not know “chief”.")).toBeVisible();
    await expect(page.getByText("try_out: this must be true or false.")).toBeVisible();
    await expect(page.getByText(`${NAME} is trying Lozenge out`)).toBeVisible();
  });
}

test("the organisation's contacts are offered, beside the policy's or instead of them", async ({ lozenge }) => {
  const contacts = [{ id: "help", name: "Digital Help Desk", email: "help@fenmoor.example", mailto: true, about: [] }];
  await manage(lozenge, { organisation: "nhs-england-2017", contacts });
  const page = await lozenge.open("popup/popup.html");
  await expect(page.getByRole("link", { name: "help@fenmoor.example" })).toBeVisible();
  await expect(page.getByRole("link", { name: "england.media@nhs.net" })).toBeVisible();
  await manage(lozenge, { organisation: "nhs-england-2017", contacts, locked: ["contacts"] });
  await expect(page.getByRole("link", { name: "england.media@nhs.net" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "help@fenmoor.example" })).toBeVisible();
});

test("is clean under axe and fits a narrow window where an organisation manages it", async ({ lozenge }) => {
  test.slow();
  await manage(
    lozenge,
    {
      organisation: "elft",
      families_kept_on: ["patient-identifier"],
      emergency_families_off: ["abuse"],
      emergency_sites_off: ["x"],
      employer_names: ["the Infirmary"],
      keep_nothing: true,
      try_out: true,
      locked: ["organisation", "capacity", "stop_override", "employer_handles"],
    },
    { problems },
  );
  for (const face of [PAGE, "popup/popup.html"]) {
    const page = await lozenge.open(face);
    await page.getByText("try_out: this must be true or false.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await page.close();
  }
});
