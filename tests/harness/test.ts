/**
 * What a browser spec imports: `test` with a fresh page in the browser of its project, Lozenge loaded, storage empty.
 *
 * Puppeteer drives both browsers, since it alone reaches Firefox with an extension; Playwright runs the tests.
 */
import { test as base, expect } from "@playwright/test";
import type { Page } from "puppeteer-core";
import type { Replica, Switches } from "../sites/index";
import { type Box, openBox } from "./box";
import { card, pressInCard, type SeenCard } from "./card";
import { type BrowserName, type Lozenge, launch } from "./launch";
import { type Mark, marks } from "./marks";
import { type Chosen, store } from "./settings";

export { expect };

/** A page and everything on it that a test asks of. */
export interface Desk {
  readonly lozenge: Lozenge;
  readonly page: Page;
  /** Settings, from which every page that is opened later starts. */
  settings(settings: Chosen): Promise<void>;
  open(replica: Replica, switches?: Switches): Promise<Box>;
  card(): Promise<SeenCard | undefined>;
  marks(): Promise<Mark[]>;
  /** Waits until the card is in one of these states and gives it. */
  until(...states: string[]): Promise<SeenCard>;
  /** Presses in the card what has this key, once it is there. */
  press(key: string): Promise<void>;
}

export const test = base.extend<{ desk: Desk }, { lozenge: Lozenge }>({
  lozenge: [
    // Playwright reads the fixtures' names from this pattern.
    // biome-ignore lint/correctness/noEmptyPattern: required by Playwright
    async ({}, use, worker) => {
      const port = Number(process.env.LOZENGE_SITES_PORT);
      const lozenge = await launch(worker.project.name as BrowserName, { port });
      await use(lozenge);
      await lozenge.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  desk: async ({ lozenge }, use, info) => {
    await store(lozenge);
    const page = await lozenge.page();
    await page.bringToFront();
    const desk = deskAt(lozenge, page);
    await use(desk);
    if (info.status !== info.expectedStatus) {
      await info.attach("page", { body: Buffer.from(await page.screenshot()), contentType: "image/png" });
      await info.attach("card", { body: JSON.stringify(await desk.card(), null, 2), contentType: "application/json" });
    }
    await page.close();
  },
});

export function deskAt(lozenge: Lozenge, page: Page): Desk {
  const desk: Desk = {
    lozenge,
    page,
    async settings(settings) {
      await store(lozenge, settings);
      await page.bringToFront();
    },
    open: (replica, switches) => openBox(page, replica, switches),
    card: () => card(lozenge, page),
    marks: () => marks(page),
    async until(...states) {
      let seen: SeenCard | undefined;
      await expect
        .poll(
          async () => {
            seen = await desk.card();
            return seen?.state;
          },
          { message: `the card's state becomes ${states.join(" or ")}`, intervals: [50] },
        )
        .toEqual(expect.stringMatching(new RegExp(`^(${states.join("|")})$`)));
      if (seen === undefined) throw new Error("the card went away");
      return seen;
    },
    async press(key) {
      await expect
        .poll(() => pressInCard(lozenge, page, key), { message: `the card has ${key}`, intervals: [50] })
        .toBe(true);
    },
  };
  return desk;
}
