/** The sites' Content-Security-Policies as the browser applies them. */
import { expect, test } from "./spec-page";

const SITES = ["https://x.com/home", "https://www.facebook.com/", "https://www.linkedin.com/feed/"];
const DEFAULTS: Record<string, boolean> = { [SITES[0] ?? ""]: false, [SITES[1] ?? ""]: true, [SITES[2] ?? ""]: false };

/** Whether the page's own scripts may compile the smallest module there is. */
async function compiles(): Promise<boolean> {
  try {
    await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    return true;
  } catch {
    return false;
  }
}

for (const site of SITES) {
  test(`${site} allows WebAssembly by default or by switch`, async ({ page }) => {
    await page.goto(site);
    expect(await page.evaluate(compiles)).toBe(DEFAULTS[site]);
    await page.goto(`${site}?wasm=allowed`);
    expect(await page.evaluate(compiles)).toBe(true);
    await page.goto(`${site}?wasm=refused`);
    expect(await page.evaluate(compiles)).toBe(false);
  });

  test(`${site} runs no inline script of others`, async ({ page }) => {
    await page.goto(site);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      try {
        script.textContent = "window.__intruder = true";
      } catch {
        return "refused";
      }
      document.body.append(script);
      return "__intruder" in window ? "ran" : "refused";
    });
    expect(ran).toBe("refused");
  });
}

test("LinkedIn enforces Trusted Types", async ({ page }) => {
  await page.goto("https://www.linkedin.com/feed/");
  const refused = await page.evaluate(() => {
    try {
      document.createElement("script").src = "https://www.linkedin.com/other.js";
      return false;
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  expect(refused).toBe(true);
});
