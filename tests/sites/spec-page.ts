/** Pages on the replicas for Playwright specs that run without the extension. */
import { type Browser, test as base, chromium, type FrameLocator, type Locator, type Page } from "@playwright/test";
import { chromiumArgs } from "./browsers";
import type { Replica } from "./index";
import { startSites } from "./server.mjs";
import type { Posted } from "./shared/posted";

interface WorkerFixtures {
  sites: Browser;
}

export const test = base.extend<{ page: Page }, WorkerFixtures>({
  sites: [
    // Playwright reads the fixtures' names from this pattern.
    // biome-ignore lint/correctness/noEmptyPattern: required by Playwright
    async ({}, use) => {
      const server = await startSites();
      const browser = await chromium.launch({
        executablePath: process.env.LOZENGE_CHROMIUM ?? "/usr/bin/chromium",
        args: chromiumArgs(server.port),
      });
      await use(browser);
      await browser.close();
      await server.close();
    },
    { scope: "worker" },
  ],
  page: async ({ sites }, use) => {
    const context = await sites.newContext({ viewport: { width: 1200, height: 900 } });
    await use(await context.newPage());
    await context.close();
  },
});

export { expect } from "@playwright/test";

/** Where the box's selectors are looked up. */
export function scopeOf(page: Page, replica: Replica): Page | FrameLocator {
  return replica.frame ? page.frameLocator(replica.frame) : page;
}

export async function openBox(page: Page, replica: Replica, at: string): Promise<Locator> {
  await page.goto(at);
  const scope = scopeOf(page, replica);
  for (const selector of replica.open) await scope.locator(selector).first().click();
  return scope.locator(replica.holder).last();
}

export async function publishByButton(page: Page, replica: Replica): Promise<void> {
  const scope = scopeOf(page, replica);
  await scope.locator(replica.submit).last().click();
  if (replica.confirm) await scope.locator(replica.confirm).last().click();
}

/** What was posted, once there is as much of it as asked for. */
export async function postedOn(page: Page, count = 1): Promise<Posted[]> {
  await page.waitForFunction((wanted) => window.__posted.length >= wanted, count);
  return page.evaluate(() => window.__posted);
}
