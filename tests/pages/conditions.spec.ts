/** The extension's own pages for those who set their computer otherwise: system colours, less motion, larger text. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, fitsWidth, launch, originOf, test } from "./extension";

const PAGES = ["options/options.html", "popup/popup.html", "first-run/first-run.html"];

for (const path of PAGES) {
  test(`${path}: in the system's colours everything that has the focus shows it`, async ({ lozenge }) => {
    const page = await lozenge.open(path);
    await page.locator("h1").first().waitFor();
    await page.emulateMedia({ forcedColors: "active" });
    const highlight = await systemColour(page, "Highlight");
    const seen = new Set<string>();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      const shown = await focused(page);
      if (shown === undefined) break;
      seen.add(shown.kind);
      expect(shown.outline, shown.kind).toEqual(["solid", "3px", highlight]);
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  test(`${path}: nothing moves for those who want less motion`, async ({ lozenge }) => {
    const page = await lozenge.open(path);
    await page.locator("h1").first().waitFor();
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await moving(page)).toContain("html glides");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await moving(page)).toEqual([]);
  });
}

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of the pattern.
test("text twice as large, as the browser is set, still fits", async ({}, info) => {
  const profile = info.outputPath("profile");
  await mkdir(join(profile, "Default"), { recursive: true });
  // Where 16 is usual.
  const preferences = { webkit: { webprefs: { default_font_size: 32 } } };
  await writeFile(join(profile, "Default/Preferences"), JSON.stringify(preferences));
  const context = await launch(profile);
  const origin = await originOf(context);
  const page = await context.newPage();
  for (const path of PAGES) {
    await page.goto(origin + path);
    await page.locator("h1").first().waitFor();
    const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    expect(size).toBeGreaterThanOrEqual(32);
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await fitsWidth(page), `${path} at ${width}`).toBe(true);
    }
  }
  await context.close();
});

async function focused(page: Page): Promise<{ kind: string; outline: string[] } | undefined> {
  return await page.evaluate(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) return undefined;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(active);
    const { tagName, type } = active as HTMLInputElement;
    return { kind: `${tagName} ${type ?? ""}`, outline: [outlineStyle, outlineWidth, outlineColor] };
  });
}

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

/** What would glide, fade or turn. */
async function moving(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      const name = element.localName;
      return [
        ...(animationName === "none" ? [] : [`${name} is animated`]),
        ...(/[1-9]/.test(transitionDuration) ? [`${name} fades`] : []),
        ...(scrollBehavior === "smooth" ? [`${name} glides`] : []),
      ];
    }),
  );
}
