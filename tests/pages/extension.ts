import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, test as base, chromium, expect, type Page } from "@playwright/test";

/** The built extension in headless Chromium, for tests of its own pages. */

const FOLDER = join(import.meta.dirname, "../../dist/chromium");

export interface Lozenge {
  context: BrowserContext;
  /** Opens a page of the extension by its path; `first` runs in it before its own scripts. */
  open(path: string, ...first: (() => void)[]): Promise<Page>;
}

/** One browser serves all tests of a worker: each starts with an empty storage and no pages of another. */
export const test = base.extend<{ lozenge: Lozenge }, { browserWithLozenge: BrowserContext }>({
  browserWithLozenge: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of the pattern.
    async ({}, use) => {
      const profile = await mkdtemp(join(tmpdir(), "lozenge-pages-"));
      const context = await launch(profile);
      await use(context);
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  lozenge: async ({ browserWithLozenge: context }, use) => {
    const origin = await originOf(context);
    const faults: string[] = [];
    const opened: Page[] = [];
    await use({
      context,
      async open(path, ...first) {
        const page = await context.newPage();
        opened.push(page);
        page.on("pageerror", (error) => faults.push(error.message));
        for (const script of first) await page.addInitScript(script);
        await page.goto(origin + path);
        return page;
      },
    });
    const page = await context.newPage();
    await page.goto(`${origin}options/options.html`);
    await page.evaluate(async () => {
      await chrome.storage.local.clear();
      indexedDB.deleteDatabase("lozenge");
    });
    for (const each of [...opened, page]) await each.close();
    expect(faults, "no page throws").toEqual([]);
  },
});

export function launch(profile: string, folder = FOLDER): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.LOZENGE_CHROMIUM ?? "/usr/bin/chromium",
    headless: false,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
}

/** The address of the extension's own pages. */
export async function originOf(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  return new URL("/", worker.url()).href;
}

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, in light and dark, wide and as narrow as a zoomed screen. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(await axeSource);
      const found = await page.evaluate(async () => {
        const axe = (globalThis as unknown as { axe: typeof import("axe-core") }).axe;
        const { violations } = await axe.run({
          runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      });
      faults.push(...found.map((fault) => `${colorScheme} ${width}: ${fault}`));
    }
  }
  return faults;
}

/** Whether all of the page fits its width: nothing has to be scrolled sideways to be read. */
export function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

export function stored(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => chrome.storage.local.get());
}

/** Puts settings in place before the page under test is opened. */
export async function store(lozenge: Lozenge, items: Record<string, unknown>): Promise<void> {
  const page = await lozenge.open("options/options.html");
  await page.evaluate((all) => chrome.storage.local.set(all), items);
  await page.close();
}

export { expect };
