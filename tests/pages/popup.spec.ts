import type { Page } from "@playwright/test";
import type { PageState } from "../../extension/shared/messages";
import type { Report } from "../../extension/shared/records";
import { expect, faultsOf, type Lozenge, store, test } from "./extension";

/** The active tab's frames, played by the test. */
interface Tab {
  say(state: Omit<PageState, "type" | "frame"> & { frame?: string }): Promise<void>;
  leave(): Promise<void>;
  heard(): Promise<unknown[]>;
}

interface Played {
  say(message: unknown): void;
  leave(): void;
  heard: unknown[];
}

async function openPopup(lozenge: Lozenge, ...first: (() => void)[]): Promise<{ page: Page; tab: Tab }> {
  const popup = await playTab(lozenge, ...first);
  await popup.page.getByRole("heading", { name: "Read the policy" }).waitFor();
  return popup;
}

async function playTab(lozenge: Lozenge, ...first: (() => void)[]): Promise<{ page: Page; tab: Tab }> {
  const page = await lozenge.open("popup/popup.html", pretend, ...first);
  const tab: Tab = {
    say: (state) =>
      page.evaluate((message) => (globalThis as unknown as { played: Played }).played.say(message), {
        type: "page",
        frame: "top",
        ...state,
      } as PageState),
    leave: () => page.evaluate(() => (globalThis as unknown as { played: Played }).played.leave()),
    heard: () => page.evaluate(() => (globalThis as unknown as { played: Played }).played.heard),
  };
  return { page, tab };
}

/** Runs in the popup before its own scripts. */
function pretend(): void {
  const listeners: ((message: unknown) => void)[] = [];
  const leavers: (() => void)[] = [];
  const heard: unknown[] = [];
  Object.assign(globalThis, {
    played: {
      say: (message: unknown) => listeners.forEach((listener) => void listener(message)),
      leave: () => leavers.forEach((leaver) => void leaver()),
      heard,
    },
    close: () => undefined,
  });
  Object.assign(chrome.tabs, {
    query: async () => [{ id: 7 }],
    connect: () => ({
      onMessage: { addListener: (listener: (message: unknown) => void) => listeners.push(listener) },
      onDisconnect: { addListener: (leaver: () => void) => leavers.push(leaver) },
      postMessage: (message: unknown) => heard.push(message),
    }),
  });
}

const clause = {
  policy: "elft",
  id: "3.8",
  section: "3.8",
  opening: "Patients must not",
  text: "Patients must not be identified.",
  summary: "Never say who a patient is.",
};
const report: Report = {
  policy: "elft",
  capacity: "professional",
  holds: "stop",
  holds_from: "warn",
  findings: [
    {
      family: "patient-identifier",
      kind: "nhs-number",
      severity: "stop",
      spans: [{ start: 0, end: 12, quote: "943 476 5919" }],
      message: "This looks like an NHS number.",
      why: [],
      clauses: [clause],
      fixes: [],
      confidence: 1,
    },
  ],
};

test("says plainly that it is not running, and what to do", async ({ lozenge }) => {
  const { page, tab } = await openPopup(lozenge);
  await tab.leave();
  await expect(page.getByRole("status").first()).toContainText("Lozenge is not running here");
  await expect(page.getByRole("status").first()).toContainText("On X, Facebook or LinkedIn, reload the page.");
});

test("says so where the browser keeps it off the sites", async ({ lozenge }) => {
  const { page, tab } = await openPopup(lozenge, () => {
    Object.assign(chrome.permissions, { contains: async () => false });
  });
  await tab.leave();
  await expect(page.getByRole("status").first()).toContainText("Your browser keeps Lozenge off these sites");
});

test("shows the finding, its evidence and its clause, and leads to it", async ({ lozenge }) => {
  await store(lozenge, { settings: { version: 1, organisation: "elft" } });
  const { page, tab } = await openPopup(lozenge);
  await tab.say({ watch: "idle", site: "x", active: false, host: "page", frame: "ad" });
  await tab.say({ watch: "checked", site: "x", active: true, host: "page", report });
  await expect(page.getByRole("status").first()).toHaveText("1 thing to look at in your draft");
  const finding = page.getByRole("article");
  await expect(finding).toContainText("943 476 5919");
  await expect(finding.getByRole("figure")).toContainText("Section 3.8, Social Media Policy");
  await expect(page.getByText("Professional", { exact: true })).toBeVisible();
  await finding.getByRole("button", { name: "Show in my draft" }).click();
  expect(await tab.heard()).toEqual([{ type: "show", frame: "top", index: 0 }]);
});

test("heads clauses “Example” until an organisation is chosen", async ({ lozenge }) => {
  const { page, tab } = await openPopup(lozenge);
  await tab.say({ watch: "checked", site: "x", active: true, host: "page", report });
  await expect(page.getByRole("figure").getByText("Example")).toBeVisible();
  await expect(page.getByRole("button", { name: "Choose your organisation" })).toBeVisible();
});

test("never says that nothing was found where nothing was checked", async ({ lozenge }) => {
  const { page, tab } = await openPopup(lozenge);
  const status = page.getByRole("status").first();
  for (const watch of ["idle", "checking", "unknown-box", "no-checker", "stale", "checked"] as const) {
    await tab.say({ watch, site: "x", active: true, host: watch === "no-checker" ? "none" : "page" });
    await expect(status).not.toBeEmpty();
    await expect(status).not.toContainText("nothing found");
  }
  await tab.say({ watch: "checked", site: "x", active: true, host: "page", report: { ...report, findings: [] } });
  await expect(status).toContainText("nothing found");
});

test("gives no link to an address that the policy misspells, and says why", async ({ lozenge }) => {
  await store(lozenge, { settings: { version: 1, organisation: "elft" } });
  const { page } = await openPopup(lozenge);
  await expect(page.getByText("with a typing mistake")).toBeVisible();
  await expect(page.locator('a[href*="communciations"]')).toHaveCount(0);
});

test("gives links to the addresses that are right", async ({ lozenge }) => {
  await store(lozenge, { settings: { version: 1, organisation: "nhs-england-2017" } });
  const { page } = await openPopup(lozenge);
  await expect(page.getByRole("link", { name: "england.media@nhs.net" })).toHaveAttribute(
    "href",
    "mailto:england.media@nhs.net",
  );
});

test("lets the policy be searched, and says what it is silent on and how old it is", async ({ lozenge }) => {
  await store(lozenge, { settings: { version: 1, organisation: "nhs-england-2013" } });
  const { page } = await openPopup(lozenge);
  await page.getByLabel("Search the policy").fill("logo personal");
  await expect(page.locator("#policy").getByRole("status")).toHaveText(/^\d clauses?$/);
  await expect(page.locator(".clause-entry").first()).toContainText(/logo/i);
  await page.getByLabel("Search the policy").fill("xylophone");
  await expect(page.getByText("No clause has these words")).toBeVisible();
  await expect(page.getByText("A newer document takes its place")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Requests for information" })).toBeVisible();
});

test("says so where WebAssembly is not to be had", async ({ lozenge }) => {
  const { page } = await playTab(lozenge, () => {
    WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError("refused"));
  });
  await expect(page.getByText("The policy cannot be shown, because WebAssembly is switched off")).toBeVisible();
});

test("is clean under axe without a box", async ({ lozenge }) => {
  test.slow();
  const { page, tab } = await openPopup(lozenge);
  await tab.say({ watch: "idle", site: "x", active: true, host: "page" });
  expect(await faultsOf(page)).toEqual([]);
});

test("is clean under axe with findings", async ({ lozenge }) => {
  test.slow();
  const { page, tab } = await openPopup(lozenge);
  await tab.say({ watch: "checked", site: "x", active: true, host: "page", report });
  await page.getByRole("article").waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
