import { type Browser, test as base, chromium, type Locator, type Page } from "@playwright/test";
import { type Gallery, serveGallery } from "./gallery/serve";

interface WorkerFixtures {
  gallery: Gallery;
  galleryBrowser: Browser;
}

interface Fixtures {
  page: Page;
  card: Locator;
  /** Opens a state and waits until its card is placed. */
  open: (state: string, query?: string) => Promise<void>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  gallery: [
    // Playwright reads the fixtures' names from this pattern.
    // biome-ignore lint/correctness/noEmptyPattern: required by Playwright
    async ({}, use) => {
      const gallery = await serveGallery();
      await use(gallery);
      await gallery.close();
    },
    { scope: "worker" },
  ],
  galleryBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: required by Playwright
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: process.env.LOZENGE_CHROMIUM ?? "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  page: async ({ galleryBrowser }, use) => {
    const context = await galleryBrowser.newContext({ viewport: { width: 1200, height: 900 } });
    await use(await context.newPage());
    await context.close();
  },
  card: async ({ page }, use) => {
    await use(page.locator("lozenge-card .card"));
  },
  open: async ({ page, card, gallery }, use) => {
    await use(async (state, query) => {
      await page.goto(gallery.at(state, query));
      await card.and(page.locator('[data-placed="true"]')).waitFor();
    });
  },
});

export { expect } from "@playwright/test";
