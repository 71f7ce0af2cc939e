/** Saves pictures of the card on each site and of the pages into docs/screenshots, in headless Chromium: `npm run screenshots`. */
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { ElementHandle, Page } from "puppeteer-core";
import { openBox } from "./harness/box";
import { type Lozenge, launch } from "./harness/launch";
import { choose, draw } from "./harness/pictures";
import { store } from "./harness/settings";
import { type Desk, deskAt } from "./harness/test";
import { inWelsh } from "./harness/welsh";
import { type Replica, replicas } from "./sites/index";
import { startSites } from "./sites/server.mjs";

const FOLDER = join(import.meta.dirname, "../docs/screenshots");
const NUMBER = "943 476 5919";
const DRAFT = `Long night on the ward with Dr Sarah Jones. Our patient (NHS number ${NUMBER}) went home at last!`;
const MESSAGE = `Could you ring her back? NHS number ${NUMBER}, the patient in bed 4.`;
const SETTINGS = {
  organisation: "nhs-trust",
  capacity: "personal",
  bio: "Nurse, runner, mum of two.",
  people: [{ name: "Sarah Jones", permission: true }, { name: "Piotr Nowak" }],
} satisfies Parameters<typeof store>[1];
const WIDE = { width: 1000, height: 720 };
const HIGH = { width: 1000, height: 1000 };
const POPUP = { width: 400, height: 600 };
const NARROW = { width: 320, height: 640 };
const MOST_BYTES = 150_000;

type Scheme = "light" | "dark";

const sites = await startSites();
const lozenge = await launch("chromium", { port: sites.port });
await mkdir(FOLDER, { recursive: true });
try {
  await store(lozenge, SETTINGS);
  await onSite("x home", "x", "light");
  await onSite("facebook feed", "facebook", "light");
  await onSite("linkedin sdui post", "linkedin", "light");
  await onSite("x modal", "x-dark", "dark");
  await onSite("linkedin sdui post", "linkedin-320", "light", NARROW);
  await inMessage();
  await store(lozenge, { ...SETTINGS, organisation: "nhs-england-2017" });
  await withLogo("x home", "x-logo", "light");
  await withLogo("x modal", "x-logo-dark", "dark");
  await store(lozenge, SETTINGS);
  await inWelsh("chromium", async (extension) => {
    const welsh = await launch("chromium", { port: sites.port, extension });
    await store(welsh, SETTINGS);
    await onSite("x home", "x-welsh", "light", WIDE, welsh);
    await ownPage("popup/popup.html", "popup-welsh", "light", POPUP, undefined, welsh);
    await ownPage("options/options.html", "options-welsh", "light", WIDE, undefined, welsh);
    await ownPage("options/options.html#own-policy", "own-policy-welsh", "light", WIDE, lookAtFaults, welsh);
    await welsh.close();
  });
  for (const scheme of ["light", "dark"] as const) {
    await ownPage("options/options.html", `options-${scheme}`, scheme, WIDE);
    await ownPage("popup/popup.html", `popup-${scheme}`, scheme, POPUP);
  }
  await ownPage("options/options.html", "options-320", "light", NARROW);
  await store(lozenge);
  await ownPage("first-run/first-run.html", "first-run", "light", WIDE);
  await ownPage("options/options.html#own-policy", "own-policy", "light", WIDE, lookAtPack);
  await manage();
  await ownPage("options/options.html", "options-managed", "light", WIDE);
  await ownPage("options/options.html#families", "options-managed-320", "dark", NARROW);
} finally {
  await lozenge.close();
  await sites.close();
}

async function pageWith(scheme: Scheme, size = WIDE, browser: Lozenge = lozenge): Promise<Page> {
  const page = await browser.page();
  await page.setViewport(size);
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    // A page that glides to a place would be caught on its way.
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.bringToFront();
  return page;
}

async function save(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path: path as `${string}.png` });
  const { size } = await stat(path);
  console.log(`${name}.png, ${Math.ceil(size / 1000)} kB${size > MOST_BYTES ? ": too large" : ""}`);
  if (size > MOST_BYTES) process.exitCode = 1;
}

function replicaNamed(name: string): Replica {
  const found = replicas.find((replica) => replica.name === name);
  if (found === undefined) throw new Error(`no replica is called ${name}`);
  return found;
}

/** Marks with the card opened by hand, and the same draft held. */
async function onSite(
  replica: string,
  name: string,
  scheme: Scheme,
  size = WIDE,
  browser: Lozenge = lozenge,
): Promise<void> {
  const page = await pageWith(scheme, size, browser);
  const desk = deskAt(browser, page);
  const box = await openBox(page, replicaNamed(replica));
  await box.type(DRAFT);
  await desk.until("findings");
  await desk.press("toggle");
  await shown(desk);
  await save(page, `${name}-card`);
  await desk.press("toggle");
  await box.submit();
  await desk.until("held");
  await save(page, `${name}-held`);
  await page.close();
}

async function inMessage(): Promise<void> {
  const page = await pageWith("light");
  const desk = deskAt(lozenge, page);
  const box = await openBox(page, replicaNamed("linkedin message sent with Enter"));
  await box.type(MESSAGE);
  await desk.until("findings");
  await box.press("Enter");
  await desk.until("held");
  await save(page, "linkedin-message-held");
  await page.close();
}

/** A chosen picture that shows the logo, on the opened card. */
async function withLogo(replica: string, name: string, scheme: Scheme): Promise<void> {
  const easel = await lozenge.page();
  const logo = { x: 980, y: 420, width: 420 };
  const file = await draw(easel, "walk.jpg", { width: 1600, height: 1200, logo, hue: 95 });
  await easel.close();
  const page = await pageWith(scheme, HIGH);
  const desk = deskAt(lozenge, page);
  const box = await openBox(page, replicaNamed(replica));
  await box.type("Lovely walk along the river this morning.");
  await choose(page, replicaNamed(replica).files ?? "", file);
  await desk.until("findings");
  await desk.press("toggle");
  const pictures = async () => (await desk.card())?.findings.flatMap((finding) => finding.pictures);
  await expect.poll(pictures, { timeout: 15_000 }).toContainEqual(expect.stringContaining("line around"));
  await save(page, name);
  await page.close();
}

/** Waits for the answer to the whole draft: while it is typed there are earlier ones. */
async function shown(desk: Desk): Promise<void> {
  const quotes = async () => (await desk.card())?.findings.flatMap((finding) => finding.quotes);
  await expect.poll(quotes, { timeout: 15_000 }).toContain(NUMBER);
}

/** A policy file as it is shown before it is used. */
async function lookAtPack(page: Page): Promise<void> {
  const file = (await page.waitForSelector("#pack-file")) as ElementHandle<HTMLInputElement>;
  await file.uploadFile(join(import.meta.dirname, "../docs/examples/fenmoor.toml"));
  await page.waitForSelector("#own-policy .panel");
  await page.evaluate(() => document.querySelector("#own-policy")?.scrollIntoView({ behavior: "instant" }));
}

/** What is wrong with a policy file. */
async function lookAtFaults(page: Page): Promise<void> {
  await page.click("#own-policy details > summary");
  await page.type("#pack-text", '[policy]\nid = "my trust"\ntitel = "Policy"\nreview_due = "soon"\n');
  await page.click("#own-policy details button");
  await page.waitForSelector("#own-policy .notice");
  await page.evaluate(() => document.querySelector("#own-policy details")?.scrollIntoView({ behavior: "instant" }));
}

/** An organisation's settings, as the background keeps them. */
async function manage(): Promise<void> {
  const managed = {
    organisation_name: "Fenmoor and Saltby NHS Foundation Trust",
    organisation: "nhs-trust",
    families_kept_on: ["patient-identifier"],
    emergency_families_off: ["colleague-named"],
    locked: ["organisation", "stop_override"],
  };
  const kept = { managed, problems: [{ key: "capacity", fault: "not-known", detail: "nurse" }], print: "" };
  await lozenge.onOwnPage(
    "options/options.html",
    async (given: string) => await chrome.storage.local.set({ managed: JSON.parse(given) }),
    JSON.stringify(kept),
  );
}

async function ownPage(
  path: string,
  name: string,
  scheme: Scheme,
  size: typeof WIDE,
  act?: (page: Page) => Promise<void>,
  browser: Lozenge = lozenge,
): Promise<void> {
  const page = await pageWith(scheme, size, browser);
  await page.goto(browser.address + path);
  await page.waitForSelector("h1");
  await page.waitForNetworkIdle();
  await act?.(page);
  await save(page, name);
  await page.close();
}
