/** The replicas in Firefox, driven over WebDriver BiDi: each box takes what is typed and records it. */
import { expect, test } from "@playwright/test";
import { type Browser, type ElementHandle, type Frame, launch, type Page } from "puppeteer-core";
import { firefoxPrefs } from "./browsers";
import { address, type Replica, replicas } from "./index";
import { type RunningSites, startSites } from "./server.mjs";

const LINE = "Lovely walk by the canal 😀 #allotment";

let server: RunningSites;
let firefox: Browser;

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  server = await startSites();
  firefox = await launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: firefoxPrefs(server.port),
  });
});

test.afterAll(async () => {
  await firefox.close();
  await server.close();
});

/** The last element that matches, in an open shadow root where the box is in one. */
async function find(scope: Page | Frame, replica: Replica, selector: string): Promise<ElementHandle<Element>> {
  const inShadow = replica.shadow !== undefined && selector !== replica.open[0];
  const deep = inShadow ? `${replica.shadow} >>> ${selector}` : selector;
  await scope.waitForSelector(deep, { visible: true });
  const found = (await scope.$$(deep)).at(-1);
  if (!found) throw new Error(`${replica.name}: nothing matches ${selector}`);
  return found;
}

async function scopeOf(page: Page, replica: Replica): Promise<Page | Frame> {
  if (!replica.frame) return page;
  const frame = await (await page.waitForSelector(replica.frame))?.contentFrame();
  if (!frame) throw new Error(`${replica.name}: no frame`);
  return frame;
}

for (const replica of replicas) {
  test(`${replica.name} in Firefox`, async () => {
    const page = await firefox.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    await page.goto(address(replica, { rerender: "1" }));
    const scope = await scopeOf(page, replica);
    for (const selector of replica.open) {
      await scope.waitForSelector(selector, { visible: true });
      await (await scope.$(selector))?.click();
    }
    const holder = await find(scope, replica, replica.holder);
    await holder.click();
    await page.keyboard.down("Control");
    await page.keyboard.press("End");
    await page.keyboard.up("Control");
    await page.keyboard.type(LINE);
    await (await find(scope, replica, replica.submit)).click();
    if (replica.confirm) await (await find(scope, replica, replica.confirm)).click();
    await page.waitForFunction(() => window.__posted.length > 0);
    const [posted] = await page.evaluate(() => window.__posted);
    expect(posted?.surface).toBe(replica.records);
    expect(replica.field ? posted?.fields?.[replica.field] : posted?.text).toBe((replica.starts ?? "") + LINE);
    expect(posted?.trusted).toBe(true);
    await page.close();
  });
}
