/** Where nothing can be checked, Lozenge says so, never that all is clear, and posting works as if it were not there. */
import { withThrowingChecker } from "../harness/broken";
import { cards } from "../harness/card";
import { type LaunchOptions, type Lozenge, launch } from "../harness/launch";
import { throughPopup } from "../harness/popup";
import { store, stored } from "../harness/settings";
import { type Desk, deskAt, expect, test } from "../harness/test";
import { author, clean, stop, warn } from "./drafts";
import { replicaNamed } from "./replica-named";

const HOME = replicaNamed("x home");
const MODAL = replicaNamed("x modal");

/** A browser of its own, since what is broken in it is broken for good. */
async function inBrowser(lozenge: Lozenge, options: Partial<LaunchOptions>, use: (desk: Desk) => Promise<void>) {
  const own = await launch(lozenge.name, { port: Number(process.env.LOZENGE_SITES_PORT), ...options });
  try {
    await store(own, author);
    const page = await own.page();
    await page.bringToFront();
    await use(deskAt(own, page));
  } finally {
    await own.close();
  }
}

test("where WebAssembly is switched off it is said once, and posting is unhindered", async ({ lozenge }) => {
  await inBrowser(lozenge, { wasm: "off" }, async (desk) => {
    const box = await desk.open(HOME);
    await box.type(stop.text);
    const said = await desk.until("no-checker");
    expect(said.polite).not.toBe("");
    expect(said.findings).toEqual([]);
    expect(await desk.marks()).toEqual([]);
    expect((await throughPopup(desk.lozenge)).watch).toBe("no-checker");
    await desk.page.bringToFront();
    await box.submit();
    await expect.poll(box.posted).toMatchObject([{ text: stop.text, trusted: true }]);

    // Not at the next box again.
    await desk.page.click('[data-testid="SideNav_NewTweet_Button"]');
    await desk.page.waitForSelector(MODAL.holder);
    await desk.page.click(MODAL.holder);
    await desk.page.keyboard.type(warn.text);
    await expect.poll(async () => (await cards(desk.lozenge, desk.page)).filter(({ placed }) => placed)).toEqual([]);
    await desk.page.click(MODAL.submit);
    await expect.poll(async () => (await box.posted()).length).toBe(2);
    expect((await box.posted()).every(({ trusted }) => trusted)).toBe(true);
  });
});

for (const wasm of ["allowed", "refused"] as const) {
  test(`a checker that throws is never taken for a clear draft (WebAssembly ${wasm})`, async ({ lozenge }) => {
    await withThrowingChecker(lozenge.name, (extension) =>
      inBrowser(lozenge, { extension }, async (desk) => {
        const box = await desk.open(HOME, { wasm });
        await box.type(clean);
        await box.type(` ${stop.text}`);
        await desk.until("not-checked");
        expect(await desk.marks()).toEqual([]);
        await box.submit();
        await expect.poll(box.postedText).toEqual([`${clean} ${stop.text}`]);
        expect(await box.submits()).toBe(1);
        // What went unchecked is said to have gone unchecked.
        expect((await desk.until("not-checked")).text).not.toBe("");
      }),
    );
  });
}

test("a directory of 100,000 is looked up in the background, and no page is told of it", async ({ desk }) => {
  const others = Array.from({ length: 99_999 }, (_, number) => ({ name: `Person${number} Surname${number}` }));
  await desk.settings({ ...author, people: [...others, { name: "Amina Okonkwo-Price" }] });
  const box = await desk.open(HOME, { wasm: "allowed" });
  await box.type("Long shift with A. Okonkwo-Price. She was late again.");
  await desk.until("findings");
  await expect.poll(desk.marks).toContainEqual({ severity: "warn", text: "A. Okonkwo-Price" });
  expect((await throughPopup(desk.lozenge)).host).toBe("worker");
  expect(await stored(desk.lozenge)).not.toContain("Okonkwo");
  await desk.page.bringToFront();
  await desk.settings(author);
  await box.focus();
  await box.type(" Again. My NHS number is 943 476 5919.");
  await desk.until("findings");
  expect((await throughPopup(desk.lozenge)).host).toBe("page");
});
