/**
 * Draws the PNG icons from lozenge.svg, for browsers that take no SVG.
 * Run `node extension/icons/draw.mjs` after changing the drawing; the results are committed.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

const here = new URL("./", import.meta.url);
const svg = (await readFile(new URL("lozenge.svg", here))).toString("base64");
const browser = await chromium.launch({
  executablePath: process.env.LOZENGE_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.screenshot({
    path: fileURLToPath(new URL(`lozenge-${size}.png`, here)),
    omitBackground: true,
  });
}
await browser.close();
