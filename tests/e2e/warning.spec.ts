/** A warning is held once; an author who has seen it goes on with one more press. */
import { type Desk, expect, test } from "../harness/test";
import { type Replica, replicas } from "../sites/index";

const NAMED = "Long shift with Amina Okonkwo. She was late again.";
const ORGANISATION = {
  organisation: "nhs-england-2017",
  people: [{ name: "Amina Okonkwo" }, { name: "Piotr Nowak" }],
};

const modal = replicas.find(({ name }) => name === "x modal") as Replica;
const message = replicas.find(({ name }) => name === "x message") as Replica;

async function held(desk: Desk): Promise<void> {
  const card = await desk.until("held");
  expect(card.findings[0]?.severity).toBe("warn");
  expect(card.keys).toContain("go");
}

test("until an organisation is chosen a warning is shown as an example and holds nothing", async ({ desk }) => {
  const box = await desk.open(modal);
  await box.type("My patient J.S. was so brave today.");
  await desk.until("findings");
  await desk.press("toggle");
  const card = await desk.card();
  expect(card?.findings[0]?.severity).toBe("warn");
  expect(card?.text).toContain("Example");
  await box.submit();
  await expect.poll(async () => (await box.posted()).length).toBe(1);
});

for (const wasm of ["allowed", "refused"] as const) {
  test(`the second press goes through (WebAssembly ${wasm})`, async ({ desk }) => {
    await desk.settings(ORGANISATION);
    const box = await desk.open(modal, { wasm });
    await box.type(NAMED);
    await box.submit();
    await held(desk);
    expect(await box.submits()).toBe(0);
    const press = async (): Promise<number> => {
      await box.submit();
      return (await box.posted()).length;
    };
    await expect.poll(press, { intervals: [800] }).toBe(1);
    expect((await box.posted())[0]).toMatchObject({ text: NAMED, trusted: true });
    expect(await box.submits()).toBe(1);
  });
}

test("a double-click, and a key that repeats, are one press", async ({ desk }) => {
  await desk.settings(ORGANISATION);
  const box = await desk.open(modal);
  await box.type(NAMED);
  await desk.until("findings");
  const button = await desk.page.waitForSelector(modal.submit);
  await button?.click({ count: 2, delay: 20 });
  await held(desk);
  expect(await box.submits()).toBe(0);

  await box.focus();
  await desk.page.keyboard.down("Control");
  for (let time = 0; time < 40; time += 1) await desk.page.keyboard.down("Enter");
  await desk.page.keyboard.up("Enter");
  await desk.page.keyboard.up("Control");
  await held(desk);
  expect(await box.posted()).toEqual([]);
});

test("the card's own button posts exactly the text, once", async ({ desk }) => {
  await desk.settings(ORGANISATION);
  const box = await desk.open(modal);
  await box.type(NAMED);
  await box.press("Control+Enter");
  await held(desk);
  const press = async (): Promise<number> => {
    if ((await desk.card())?.keys.includes("go")) await desk.press("go");
    return (await box.posted()).length;
  };
  await expect.poll(press, { intervals: [800] }).toBe(1);
  expect((await box.posted())[0]?.text).toBe(NAMED);
  expect(await box.submits()).toBe(1);
});

test("Not this time takes the finding and its mark away, and the press goes through", async ({ desk }) => {
  await desk.settings(ORGANISATION);
  const box = await desk.open(modal);
  await box.type(NAMED);
  await desk.until("findings");
  await desk.press("toggle");
  await desk.press("finding-0-dismiss");
  await expect.poll(async () => (await desk.marks()).map(({ text }) => text)).not.toContain("Amina Okonkwo");
  await box.type(" Poor thing.");
  await box.submit();
  await expect.poll(async () => (await box.posted()).length).toBe(1);
});

test("a new colleague in a changed text holds again", async ({ desk }) => {
  await desk.settings(ORGANISATION);
  const box = await desk.open(modal);
  await box.type(NAMED);
  await desk.until("findings");
  await desk.press("toggle");
  await desk.press("finding-0-dismiss");
  await box.focus();
  await box.type(" So was Piotr Nowak.");
  await box.press("Control+Enter");
  await held(desk);
});

test("in a message a warning holds nothing", async ({ desk }) => {
  await desk.settings(ORGANISATION);
  const box = await desk.open(message);
  await box.type(NAMED);
  await box.press("Enter");
  await expect.poll(async () => (await box.posted()).length).toBe(1);
});
