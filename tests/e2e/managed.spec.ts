/**
 * An organisation's settings, read by the browsers from where administrators really put them: a file in Chromium's
 * folder of managed policies, and Firefox's policies.json. Both belong to the system, so this runs as root.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { type BrowserName, type Lozenge, launch } from "../harness/launch";
import { type ManagedExtension, managedExtension } from "../harness/managed";
import { store, stored } from "../harness/settings";
import { test as base, deskAt, expect } from "../harness/test";
import { replicaNamed } from "./replica-named";

const PACK = readFile(join(import.meta.dirname, "../../docs/examples/fenmoor.toml"), "utf8");
const WARD = "Quiet night on Kittiwake Ward";
const box = replicaNamed("x home");

const test = base.extend<{ extension: ManagedExtension; start(): Promise<{ lozenge: Lozenge; page: Page }> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of the pattern.
  extension: async ({}, use, info) => {
    const extension = await managedExtension(info.project.name as BrowserName);
    await use(extension);
    await extension.dispose();
  },
  start: async ({ extension }, use, info) => {
    const port = Number(process.env.LOZENGE_SITES_PORT);
    const open: Lozenge[] = [];
    await use(async () => {
      const lozenge = await launch(info.project.name as BrowserName, { port, extension: extension.folder });
      open.push(lozenge);
      await arrived(lozenge);
      return { lozenge, page: await lozenge.page() };
    });
    for (const lozenge of open) await lozenge.close();
  },
});

/** While it starts, Chromium holds its answer back for many seconds; on a busy machine for half a minute. */
const arrived = (lozenge: Lozenge): Promise<void> =>
  expect.poll(() => stored(lozenge), { timeout: 60_000 }).toContain('"managed"');

const firstRun = (lozenge: Lozenge): Promise<boolean> =>
  lozenge.onOwnPage(
    "options/options.html",
    async () => (await chrome.tabs.query({})).some(({ url = "" }) => url.includes("first-run")),
    "",
  );

test.describe.configure({ timeout: 180_000 });

test("a profile that forgets its storage works from managed settings alone", async ({ extension, start }) => {
  await extension.manage({
    own_pack: await PACK,
    capacity: "professional",
    families_off: ["abuse"],
    locked: ["organisation", "families_off"],
  });
  const { lozenge, page } = await start();
  expect(await firstRun(lozenge)).toBe(false);
  const desk = deskAt(lozenge, page);
  await page.bringToFront();
  await (await desk.open(box)).type(WARD);
  await desk.until("findings");
  await desk.press("toggle");
  const first = await desk.until("findings");
  expect(first.text).toContain("This names a ward");
  expect(first.text).toContain("Staff Guide to Social Media");

  // What a log-off takes: the browser's word is all there is.
  await store(lozenge);
  await arrived(lozenge);
  await page.bringToFront();
  await (await desk.open(box)).type(WARD);
  await desk.until("findings");
  await desk.press("toggle");
  expect((await desk.until("findings")).text).toContain("This names a ward");
});

test("a value that does not fit is refused by itself and named; the rest applies", async ({ extension, start }) => {
  await extension.manage({
    organisation: "elft",
    capacity: "chief",
    own_pack: "[policy]\nid = 3\n",
    sites_off: ["myspace"],
    families_off: ["abuse", "abus"],
  });
  const { lozenge } = await start();
  const kept = JSON.parse(await stored(lozenge)).managed;
  expect(kept.managed).toEqual({ organisation: "elft", sites_off: [], families_off: ["abuse"] });
  const named = kept.problems.map(({ key, detail }: { key: string; detail: string }) => `${key} ${detail}`).sort();
  expect(named).toEqual(
    expect.arrayContaining([
      "capacity chief",
      "families_off abus",
      "sites_off myspace",
      expect.stringMatching(/^own_pack 2: /),
    ]),
  );
});

test("an organisation's directory is read in the background, and its bad entries are named", async ({
  extension,
  start,
}) => {
  await extension.manage({
    organisation: "nhs-trust",
    directory: ["Surname,First name,Consent", "Okonkwo-Price,Amina,no", "Nowak,,no", "Jones,Sarah,yes"],
  });
  const { lozenge, page } = await start();
  const kept = JSON.parse(await stored(lozenge)).managed;
  expect(kept.managed.directory).toMatchObject({ people: 2, agreed: 1, refused: 1 });
  expect(kept.problems).toEqual([{ key: "directory", fault: "bad-line", detail: "3: Nowak,,no" }]);
  expect(JSON.stringify(kept)).not.toContain("Okonkwo");
  const desk = deskAt(lozenge, page);
  await page.bringToFront();
  await (await desk.open(box)).type("Long shift with Amina Okonkwo. She was late again.");
  await expect.poll(desk.marks).toContainEqual({ severity: "warn", text: "Amina Okonkwo" });
});

test("nothing is held while the organisation tries Lozenge out, and no reason helps where it says so", async ({
  extension,
  start,
}) => {
  await extension.manage({ own_pack: await PACK, try_out: true });
  const trying = await start();
  const desk = deskAt(trying.lozenge, trying.page);
  await trying.page.bringToFront();
  const shown = await desk.open(box);
  await shown.type(WARD);
  await desk.until("findings");
  await shown.submit();
  await expect.poll(() => shown.postedText()).toEqual([WARD]);

  await extension.manage({ own_pack: await PACK, stop_override: false });
  const { lozenge, page } = await start();
  const strict = deskAt(lozenge, page);
  await page.bringToFront();
  const held = await strict.open(box);
  await held.type(WARD);
  await strict.until("findings");
  await held.submit();
  const card = await strict.until("held");
  expect(card.text).toContain("your organisation does not let this go as it is");
  expect(card.keys.filter((key) => key.includes("reason"))).toEqual([]);
  expect(await held.posted()).toEqual([]);
});

test("an emergency reaches a page that is open, without a restart", async ({ extension, start }) => {
  test.skip(test.info().project.name === "firefox", "Firefox reads its policies when it starts");
  await extension.manage({ own_pack: await PACK });
  const { lozenge, page } = await start();
  const desk = deskAt(lozenge, page);
  await page.bringToFront();
  await (await desk.open(box)).type(WARD);
  await desk.until("findings");
  await extension.manage({ own_pack: await PACK, emergency_families_off: ["own-rule"] });
  await expect.poll(async () => (await desk.card())?.state, { timeout: 40_000 }).not.toBe("findings");
  expect(await desk.marks()).toEqual([]);
  await extension.manage({ own_pack: await PACK, emergency_sites_off: ["x"] });
  await expect.poll(() => desk.card(), { timeout: 40_000 }).toBeUndefined();
});
