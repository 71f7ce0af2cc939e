import type { Draft } from "../../extension/shared/records";
import { expect, type Lozenge, store, stored, test } from "./extension";

/** Asks the background as a content script does where the page refuses WebAssembly. */
async function ask(lozenge: Lozenge, draft: Draft): Promise<unknown> {
  const page = await lozenge.open("options/options.html");
  return await page.evaluate(
    (asked) =>
      new Promise((answer) => {
        const port = chrome.runtime.connect({ name: "checker" });
        port.onMessage.addListener(answer);
        port.postMessage({ type: "check", seq: 3, draft: asked });
      }),
    draft,
  );
}

const draft: Draft = {
  text: "Our patient’s NHS number is 943 476 5919",
  site: "x",
  surface: "post",
  capacity: "personal",
};

test("the checker answers in the background, under a policy that forbids connections", async ({ lozenge }) => {
  expect(await ask(lozenge, draft)).toMatchObject({
    type: "report",
    seq: 3,
    report: {
      policy: "nhs-england-2017",
      findings: expect.arrayContaining([expect.objectContaining({ family: "patient-identifier", severity: "stop" })]),
    },
    document: { organisation: "NHS England" },
  });
});

test("the background checks under the settings as they are now", async ({ lozenge }) => {
  await ask(lozenge, draft);
  await store(lozenge, { settings: { version: 1, organisation: "elft", off: ["patient-identifier"] } });
  await expect
    .poll(() => ask(lozenge, draft))
    .toMatchObject({
      type: "report",
      report: {
        policy: "elft",
        findings: expect.not.arrayContaining([expect.objectContaining({ family: "patient-identifier" })]),
      },
    });
});

test("a draft that is none gets an error, not an empty report", async ({ lozenge }) => {
  expect(await ask(lozenge, { ...draft, organisation: "no-such-policy" })).toMatchObject({
    type: "failed",
    error: { code: "unknown-policy" },
  });
});

test("what is kept of a decision is family, reason and day", async ({ lozenge }) => {
  const page = await lozenge.open("options/options.html");
  const say = (message: unknown) => page.evaluate((said) => void chrome.runtime.sendMessage(said), message);
  await say({ type: "decision", family: "abuse", reason: "it says Mr Smith" });
  await say({ type: "decision", family: "abuse", reason: "public", quote: "Mr Smith" });
  await expect.poll(async () => (await stored(page)).decisions).toHaveLength(1);
  expect((await stored(page)).decisions).toEqual([
    { family: "abuse", reason: "public", date: new Date().toISOString().slice(0, 10) },
  ]);
});

test("a profile that was read is remembered under its account", async ({ lozenge }) => {
  const page = await lozenge.open("options/options.html");
  await page.evaluate(() => void chrome.runtime.sendMessage({ type: "own-bio", account: "@WardSister", bio: "Nurse" }));
  await expect(page.getByText("wardsister: Nurse")).toBeVisible();
});
