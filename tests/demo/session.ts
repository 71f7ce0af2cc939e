/** Plays what a person would do, in headless Chromium, tells it line by line and saves pictures to dist/demo. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { type Box, openBox } from "../harness/box";
import { card, pressInCard, type SeenCard } from "../harness/card";
import { type Lozenge, launch } from "../harness/launch";
import { store } from "../harness/settings";
import { type Replica, replicas } from "../sites/index";
import { startSites } from "../sites/server.mjs";

const PICTURES = join(import.meta.dirname, "../../dist/demo");
const BOXES = ["x home", "facebook feed", "linkedin sdui post"];
/** A patient's number, a colleague's name, work, and no disclaimer. */
const DRAFT = "Long night on the ward with Dr Sarah Jones. Our patient (NHS number 943 476 5919) went home at last!";
const PATIENCE = 15_000;

const sites = await startSites();
const lozenge = await launch("chromium", { port: sites.port });
await mkdir(PICTURES, { recursive: true });
let failed = false;
try {
  await store(lozenge, { organisation: "nhs-trust", capacity: "personal", bio: "Nurse, runner, mum of two." });
  for (const name of BOXES) {
    const replica = replicas.find((one) => one.name === name);
    if (replica === undefined) throw new Error(`no replica is called ${name}`);
    await play(lozenge, replica);
  }
} catch (error) {
  failed = true;
  console.error(`\nThe session broke off: ${error instanceof Error ? error.message : error}`);
} finally {
  await lozenge.close();
  await sites.close();
}
console.log(`\nPictures: ${PICTURES}`);
process.exit(failed ? 1 : 0);

async function play(lozenge: Lozenge, replica: Replica): Promise<void> {
  const page = await lozenge.page();
  await page.bringToFront();
  console.log(`\n${new URL(replica.at).host}`);
  const box = await openBox(page, replica);
  const picture = (step: string) => page.screenshot({ path: join(PICTURES, `${replica.site}-${step}.png`) });

  await box.type(DRAFT);
  await until(() => card(lozenge, page), isIn("findings"));
  console.log(`  typed     ${DRAFT}`);
  await picture("1-marked");

  await box.submit();
  const held = await until(() => card(lozenge, page), isIn("held"));
  console.log(`  pressed   Post: held, ${(await box.posted()).length} posted`);
  for (const { severity, message } of held.findings) console.log(`            ${severity}: ${message}`);
  await picture("2-held");

  const clause = held.keys.find((key) => /^finding-\d+-clause-\d+$/.test(key)) ?? "";
  await pressed(lozenge, page, clause);
  console.log(`  opened    the clause: “${shorten(held.findings[0]?.clauses[0] ?? "")}”`);
  await picture("3-clause");

  await mend(lozenge, page);
  await picture("4-mended");

  await post(lozenge, page, box);
  const [posted] = await box.posted();
  console.log(`  posted    ${posted?.text}`);
  await picture("5-posted");
  await page.close();
}

/** Takes the first fix that is offered until no stop is left. */
async function mend(lozenge: Lozenge, page: Page): Promise<void> {
  for (;;) {
    const seen = await until(
      () => card(lozenge, page),
      (one) => one !== undefined && one.state !== "checking",
    );
    const stop = seen.findings.find(({ severity, fixes }) => severity === "stop" && fixes.length > 0);
    if (stop === undefined) return;
    await pressed(lozenge, page, `finding-${stop.index}-fix-0`);
    console.log(`  chose     ${stop.fixes[0]}`);
    const quotes = String(stop.quotes);
    await until(
      () => card(lozenge, page),
      (one) => !one?.findings.some((finding) => String(finding.quotes) === quotes),
    );
  }
}

/** What is left holds once: the author has seen it and presses again. */
async function post(lozenge: Lozenge, page: Page, box: Box): Promise<void> {
  await until(
    async () => {
      if ((await box.posted()).length === 0) await box.submit();
      return (await box.posted()).length;
    },
    (count) => count > 0,
  );
  await until(
    () => card(lozenge, page),
    () => true,
  );
}

async function pressed(lozenge: Lozenge, page: Page, key: string): Promise<void> {
  await until(() => pressInCard(lozenge, page, key), Boolean);
}

function isIn(state: string): (seen: SeenCard | undefined) => boolean {
  return (seen) => seen?.state === state;
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** Asks again until the answer is right. */
async function until<T>(ask: () => Promise<T>, right: (answer: T) => boolean): Promise<NonNullable<T>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (right(answer)) return answer as NonNullable<T>;
    if (Date.now() > end) throw new Error(`waited too long; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
