import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { STATES } from "./gallery/states";
import { expect, test } from "./gallery-page";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const state of Object.keys(STATES)) {
  for (const page of ["light", "dark"]) {
    test(`axe finds nothing in "${state}" on a ${page} page`, async ({ open, page: tab }) => {
      await open(state, `?open&page=${page}`);
      await tab.evaluate(axe);
      const found = await tab.evaluate(async (rules) => {
        const { axe } = window as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run({ runOnly: rules });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
      }, RULES);
      expect(found).toEqual([]);
    });
  }

  test(`"${state}" fits a screen 320 pixels wide and covers neither text nor button`, async ({ open, page, card }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(state, "?open");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const place = await card.boundingBox();
    for (const other of [page.locator("#draft"), page.locator("#post")]) {
      const box = await other.boundingBox();
      if (place === null || box === null) throw new Error("nothing to measure");
      const apart =
        place.y + place.height <= box.y ||
        box.y + box.height <= place.y ||
        place.x + place.width <= box.x ||
        box.x + box.width <= place.x;
      expect(apart).toBe(true);
      expect(place.x).toBeGreaterThanOrEqual(0);
      expect(place.x + place.width).toBeLessThanOrEqual(320);
    }
    const panel = card.locator(".panel");
    if ((await panel.count()) > 0) {
      expect(await panel.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    }
  });
}

test("a stop that nobody may let go offers no reasons and says what to do", async ({ open, card }) => {
  await open("held-final", "?open");
  await expect(card.getByText("your organisation does not let this go as it is")).toBeVisible();
  await expect(card.getByRole("radio")).toHaveCount(0);
});

test("every severity has its word and a shape of its own", async ({ open, card }) => {
  await open("findings", "?open");
  expect(await card.locator(".severity").allTextContents()).toEqual(["Stop", "Warning", "Advice"]);
  const shapes = await card
    .locator(".severity .shape")
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
  expect(new Set(shapes).size).toBe(3);
});

test("a clause is given with document, organisation, version, date and section, and in full on request", async ({
  open,
  card,
}) => {
  await open("findings", "?open");
  const clause = card.locator(".clause").first();
  await expect(clause).toContainText(
    "Social media policy, Example NHS Foundation Trust (version 1.04, February 2017)Section 4.2",
  );
  const text = clause.locator("blockquote");
  await expect(text).toBeHidden();
  await clause.locator("summary").click();
  await expect(text).toContainText("This holds on every site");
});

test("clauses are headed Example until an organisation is chosen, with the way to choose one", async ({
  open,
  card,
  page,
}) => {
  await open("findings", "?open");
  await expect(card.getByText("Example", { exact: true })).toHaveCount(0);
  await open("example", "?open");
  await expect(card.getByText("Example", { exact: true })).toHaveCount(2);
  await card.getByRole("button", { name: "Choose your organisation" }).click();
  await expect(page.locator("#log")).toContainText("options");
});

test("a picture is shown with a line around what was found, and says where that is", async ({ open, card, page }) => {
  await open("logo", "?open");
  const picture = card.getByRole("img", {
    name: "Your picture, with a line around what looks like the logo, at the top right",
  });
  const place = await picture.boundingBox();
  const line = await picture.locator("polygon.line").boundingBox();
  if (place === null || line === null) throw new Error("nothing to measure");
  // The quadrilateral's corners, as parts of a picture of 1600 by 1200.
  expect((line.x + line.width / 2 - place.x) / place.width).toBeCloseTo(1255 / 1600, 1);
  expect((line.y + line.height / 2 - place.y) / place.height).toBeCloseTo(183 / 1200, 1);
  const blue = await picture.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const spot = canvas.getContext("2d")?.getImageData(canvas.width * 0.78, canvas.height * 0.15, 1, 1).data;
    return [...(spot ?? [])];
  });
  expect(blue).toEqual([0, 94, 184, 255]);
  await page.emulateMedia({ forcedColors: "active" });
  await expect(picture.locator("polygon.line")).toHaveCSS("stroke", await systemColour(page, "CanvasText"));
});

/** What the browser paints for a colour of the system. */
async function systemColour(page: Page, name: string): Promise<string> {
  return await page.evaluate((colour) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = colour;
    const painted = getComputedStyle(probe).color;
    probe.remove();
    return painted;
  }, name);
}

test("nothing on the card moves for those who want less motion", async ({ open, card, page }) => {
  await open("findings", "");
  const pill = card.locator(".pill").first();
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await expect(pill).toHaveCSS("transition-duration", "0.12s");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(pill).toHaveCSS("transition-duration", "0s");
});

test("in the system's colours everything on the card that has the focus shows it", async ({ open, card, page }) => {
  await open("held-stop", "?open");
  await page.emulateMedia({ forcedColors: "active" });
  const highlight = await systemColour(page, "Highlight");
  await card.locator(".panel button, .panel summary, .panel input").first().focus();
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Tab");
    const focused = card.locator(":focus-visible");
    await expect(focused).toHaveCSS("outline", `${highlight} solid 3px`);
  }
});

test("nothing found is said only in the state that follows an answer", async ({ open, card }) => {
  for (const state of Object.keys(STATES)) {
    await open(state, "?open");
    const said = await card.locator(".body").textContent();
    if (state === "clear") expect(said).toContain("nothing found");
    else expect(said).not.toContain("nothing found");
  }
});

test("on a page that runs from right to left the card keeps its own direction and stays in view", async ({
  open,
  card,
}) => {
  await open("findings", "?open&dir=rtl");
  expect(await card.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
  const place = await card.boundingBox();
  expect(place?.x).toBeGreaterThanOrEqual(0);
  expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(1200);
});

test("the page's style sheet does not reach the card", async ({ open, card, page }) => {
  await open("findings", "?open");
  const before = await card.boundingBox();
  await page.addStyleTag({
    content: `
      lozenge-card { font-size: 40px; letter-spacing: 1em; text-transform: uppercase; }
      lozenge-card, section { display: none !important; width: 900px !important; opacity: 0 !important; }`,
  });
  await expect(card).toBeVisible();
  expect((await card.boundingBox())?.width).toBe(before?.width);
});
