import { expect, faultsOf, fitsWidth, launch, store, stored, test } from "./extension";

const PAGE = "first-run/first-run.html";

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of the pattern.
test("opens by itself after an installation", async ({}, testInfo) => {
  const context = await launch(testInfo.outputPath("profile"));
  await expect.poll(() => context.pages().map((page) => new URL(page.url()).pathname)).toContain(`/${PAGE}`);
  await context.close();
});

test("asks which organisation, keeps the answer, and says where it does not work and what is next", async ({
  lozenge,
}) => {
  const page = await lozenge.open(PAGE);
  const where = page.getByText("The phone apps of X, Facebook and LinkedIn cannot load it.");
  await expect(where).toBeVisible();
  await page.getByLabel("East London NHS Foundation Trust").check();
  await page.getByLabel("Professional").check();
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByRole("heading", { name: "Lozenge is ready" })).toBeFocused();
  await expect(where).toBeVisible();
  expect(await stored(page)).toMatchObject({ settings: { organisation: "elft", capacity: "professional" } });
  await page.getByRole("link", { name: "Try it on a draft" }).click();
  await expect(page.getByRole("textbox", { name: "A draft" })).toBeInViewport();
});

test("lets the author see a sample draft marked, held, let go and mended", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel("East London NHS Foundation Trust").check();
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.locator("#sample mark")).toContainText("943 476 5919");
  const post = page.getByRole("button", { name: "Post", exact: true });
  await post.click();
  const held = page.getByRole("heading", { name: "Not posted yet" });
  await expect(held).toBeFocused();
  await page.getByLabel("It is not a real person").first().check();
  await page.getByRole("button", { name: "Post it as it is" }).click();
  await expect(page.getByText("your post would have gone now")).toBeVisible();
  await post.click();
  await expect(held).toBeFocused();
  await page.locator("[data-key^='finding-0-fix-']").first().click();
  await expect(page.locator("#sample")).not.toContainText("943 476 5919");
  expect((await stored(page)).decisions ?? []).toEqual([]);
});

test("lets the author try the keyboard way", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel("East London NHS Foundation Trust").check();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.locator("#sample mark").waitFor();
  await page.keyboard.press("Alt+Shift+L");
  await expect(page.getByRole("heading", { name: "to look at" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#sample")).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
});

test("goes away when the organisation's answer comes, unless somebody has begun to answer", async ({ lozenge }) => {
  const answer = { managed: { organisation: "elft" }, problems: [], print: "" };
  const begun = await lozenge.open(PAGE);
  await begun.getByLabel("Professional").check();
  const untouched = await lozenge.open(PAGE);
  await untouched.getByRole("button", { name: "Finish" }).waitFor();
  const closed = untouched.waitForEvent("close");
  await begun.evaluate((managed) => chrome.storage.local.set({ managed }), answer);
  await closed;
  await expect(begun.getByLabel("Professional")).toBeChecked();
});

test("leaves alone what the organisation locked", async ({ lozenge }) => {
  const managed = { organisation: "elft", capacity: "official", locked: ["organisation", "capacity"] };
  await store(lozenge, { managed: { managed, problems: [], print: "" } });
  const page = await lozenge.open(PAGE);
  await expect(page.getByRole("group", { name: "How do you mostly post?" })).toHaveAccessibleDescription(
    "East London NHS Foundation Trust has set this. You cannot change it here.",
  );
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("heading", { name: "Lozenge is ready" }).waitFor();
  expect((await stored(page)).settings).toEqual({ version: 1 });
});

test("says beside the question that it needs an answer", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByRole("button", { name: "Finish" }).click();
  const question = page.getByRole("group", { name: "Which organisation’s policy applies to you?" });
  await expect(question).toHaveAccessibleDescription("Choose your organisation, or say that it is not in this list.");
  await expect(question.getByRole("radio").first()).toBeFocused();
  expect(await stored(page)).not.toHaveProperty("settings");
});

test("stays an example where the organisation is not listed", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  await page.getByLabel("My organisation is not in this list").check();
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("as an example")).toBeVisible();
  expect((await stored(page)).settings ?? {}).not.toHaveProperty("organisation");
});

test("tells two documents of one organisation apart, and says which is old", async ({ lozenge }) => {
  const page = await lozenge.open(PAGE);
  const old = page.getByRole("radio", { name: "NHS England, August 2013" });
  await expect(old).toHaveAccessibleDescription(/A newer document takes its place/);
  await expect(
    page.getByRole("radio", { name: "NHS England, version 1.04, February 2017" }),
  ).toHaveAccessibleDescription(/due for review on 1 March 2018/);
});

test("is clean under axe and fits a narrow window", async ({ lozenge }) => {
  test.slow();
  const page = await lozenge.open(PAGE);
  await page.getByRole("button", { name: "Finish" }).click();
  expect(await faultsOf(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
  await page.getByLabel("An NHS Trust").check();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("heading", { name: "Lozenge is ready" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
