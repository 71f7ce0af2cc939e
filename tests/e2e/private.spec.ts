/** In a private window Lozenge works where its author lets it in, and keeps nothing. */
import type { Page } from "puppeteer-core";
import { type Lozenge, launch } from "../harness/launch";
import { store, stored } from "../harness/settings";
import { deskAt, expect, test as shared } from "../harness/test";
import { account } from "../sites/index";
import { letGo } from "./behaviours";
import { author, stop } from "./drafts";
import { replicaNamed } from "./replica-named";

/** A browser of its own: what is allowed in private windows would stay allowed for the tests that follow. */
const test = shared.extend<{ own: Lozenge }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of the pattern.
  own: async ({}, use) => {
    const lozenge = await launch("chromium", { port: Number(process.env.LOZENGE_SITES_PORT) });
    await use(lozenge);
    await lozenge.close();
  },
});

const box = replicaNamed("x modal");
const PROFILE = `https://x.com/${account.handle}`;

async function allowInPrivate(lozenge: Lozenge): Promise<void> {
  const page = await lozenge.page();
  await page.goto("chrome://extensions");
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: {
        updateProfileConfiguration(update: object): Promise<void>;
        updateExtensionConfiguration(update: object): Promise<void>;
      };
    };
    // The extension is loaded anew for it, and an unpacked one is switched off then without this.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, new URL(lozenge.address).host);
  await page.close();
  await expect
    .poll(() =>
      lozenge
        .onOwnPage("options/options.html", async () => await chrome.extension.isAllowedIncognitoAccess(), "")
        .catch(() => false),
    )
    .toBe(true);
}

async function openWindow(lozenge: Lozenge, incognito: boolean): Promise<Page> {
  const url = `${PROFILE}?window=${incognito ? "private" : "ordinary"}`;
  await lozenge.onOwnPage(
    "options/options.html",
    async (asked: string) => void (await chrome.windows.create(JSON.parse(asked))),
    JSON.stringify({ url, incognito }),
  );
  const target = await lozenge.browser.waitForTarget((one) => one.url().startsWith(url));
  const page = await target.page();
  if (page === null) throw new Error("the window has no page");
  // The profile is there to be read.
  await page.waitForFunction(
    () => document.readyState === "complete" && document.body.innerText.includes("allotments"),
  );
  return page;
}

async function letAPostThrough(lozenge: Lozenge, page: Page): Promise<void> {
  const desk = deskAt(lozenge, page);
  const opened = await desk.open(box);
  await opened.type(stop.text);
  await opened.submit();
  await letGo(desk);
  await expect.poll(() => opened.postedText()).toEqual([stop.text]);
}

test("a private window leaves neither a decision nor a profile behind; an ordinary one does", async ({ own }) => {
  test.skip(test.info().project.name === "firefox", "WebDriver cannot let an extension into private windows");
  await allowInPrivate(own);
  await store(own, author);
  await letAPostThrough(own, await openWindow(own, true));
  const afterPrivate = await stored(own);
  const ordinary = await openWindow(own, false);
  await expect.poll(() => stored(own)).toContain("bio_by_account");
  await letAPostThrough(own, ordinary);
  // The ordinary window came second: what the private one had to say would have been written before.
  await expect.poll(() => stored(own)).toContain('"reason":"wrong"');
  expect(JSON.parse(await stored(own)).decisions).toHaveLength(1);
  expect(afterPrivate).not.toContain("reason");
  expect(afterPrivate).not.toContain("bio_by_account");
});
