/** Picture files that a test draws itself, and the gestures that bring them into a page. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";

/** The vector logo; its letters are holes. */
const LOGO = new URL("../../crates/logo/data/nhs-logo.svg", import.meta.url);

export interface Drawing {
  width: number;
  height: number;
  /** The logo's left upper corner and width, in pixels. */
  logo?: { x: number; y: number; width: number };
  /** Tells drawings without a logo apart. */
  hue?: number;
  type?: "image/png" | "image/jpeg" | "image/webp";
  /** The logo alone, in white ink on nothing. */
  bare?: boolean;
}

export interface PictureFile {
  path: string;
  name: string;
  type: string;
}

/** Draws a landscape of soft colours, with the logo where it is asked for, and puts it into a file. */
export async function draw(page: Page, name: string, drawing: Drawing): Promise<PictureFile> {
  const svg = await readFile(LOGO, "utf8");
  const path = /<path d="([^"]+)"/.exec(svg)?.[1];
  if (path === undefined) throw new Error("nhs-logo.svg has no path");
  const type = drawing.type ?? "image/jpeg";
  const url = await page.evaluate(paint, { ...drawing, type, path });
  return await keep(name, type, Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
}

/** A file of these bytes in a folder of its own. */
export async function keep(name: string, type: string, bytes: Uint8Array): Promise<PictureFile> {
  const path = join(await mkdtemp(join(tmpdir(), "lozenge-")), name);
  await writeFile(path, bytes);
  return { path, name, type };
}

interface Painted {
  type: string;
  /** The logo's outline. */
  path: string;
}

/** Runs in the page. */
function paint({ width, height, logo, hue = 90, bare = false, type, path }: Drawing & Painted): string {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  const sky = context.createLinearGradient(0, 0, width, height);
  sky.addColorStop(0, `hsl(${hue} 40% 85%)`);
  sky.addColorStop(1, `hsl(${hue + 40} 35% 45%)`);
  context.fillStyle = sky;
  if (!bare) context.fillRect(0, 0, width, height);
  for (let hill = 0; hill < 12 && !bare; hill += 1) {
    context.fillStyle = `hsl(${hue + hill * 5} 30% ${30 + 4 * hill}%)`;
    context.beginPath();
    context.arc(((hill * 37) % 100) * (width / 100), height, height * (0.1 + hill / 40), 0, 2 * Math.PI);
    context.fill();
  }
  if (logo !== undefined) {
    context.translate(logo.x, logo.y);
    context.scale(logo.width / 200, logo.width / 200);
    context.fillStyle = "#ffffff";
    if (!bare) {
      context.fillRect(0, 0, 200, 80);
      context.fillStyle = "#005eb8";
    }
    context.fill(new Path2D(path));
  }
  return canvas.toDataURL(type, 0.9);
}

/** An animated picture in two colours: the logo, and then nothing. */
export async function animated(page: Page, name: string): Promise<PictureFile> {
  const size = { width: 320, height: 160 };
  const { path } = await draw(page, "frame.png", { ...size, logo: { x: 60, y: 40, width: 200 }, type: "image/png" });
  const frame = (await readFile(path)).toString("base64");
  const blue = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    return Array.from({ length: pixels.length / 4 }, (_, at) => (pixels[4 * at] === 0 ? 1 : 0));
  }, frame);
  return await keep(name, "image/gif", gif(size.width, size.height, [blue, blue.map(() => 0)]));
}

/** White and the logo's blue; the codes are cleared so often that none ever grows. */
function gif(width: number, height: number, frames: readonly number[][]): Uint8Array {
  const two = (number: number) => [number & 255, number >> 8];
  const bytes = [...Buffer.from("GIF89a"), ...two(width), ...two(height), 0x81, 0, 0];
  bytes.push(255, 255, 255, 0, 94, 184, 0, 0, 0, 0, 0, 0);
  const [clear, end, bits] = [4, 5, 3];
  for (const pixels of frames) {
    const codes = [...pixels.flatMap((pixel, at) => (at % 2 === 0 ? [clear, pixel] : [pixel])), end];
    const packed: number[] = [];
    let [held, count] = [0, 0];
    for (const code of codes) {
      held |= code << count;
      count += bits;
      for (; count >= 8; count -= 8, held >>= 8) packed.push(held & 255);
    }
    packed.push(held);
    bytes.push(0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, ...two(width), ...two(height), 0, 2);
    for (let at = 0; at < packed.length; at += 255) {
      const block = packed.slice(at, at + 255);
      bytes.push(block.length, ...block);
    }
    bytes.push(0);
  }
  return Uint8Array.from([...bytes, 0x3b]);
}

/** Chooses files in an input, wherever it is, as its dialog does. */
export async function choose(page: Page, input: string, ...files: readonly PictureFile[]): Promise<void> {
  await page.waitForSelector(`pierce/${input}`);
  const found = (await page.$$(`pierce/${input}`)).at(-1);
  await found?.evaluate((element) => element.setAttribute("data-picked", ""));
  const element = await page.$("pierce/input[data-picked]");
  if (element === null) throw new Error(`nothing is ${input}`);
  await element.evaluate((one) => one.removeAttribute("data-picked"));
  await (element as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(
    ...files.map(({ path }) => path),
  );
}

/** Brings files by paste or drop, with the events that a browser makes; WebDriver has neither. */
export async function bring(
  page: Page,
  gesture: "paste" | "drop",
  onto: string,
  ...files: readonly PictureFile[]
): Promise<void> {
  const given = await Promise.all(
    files.map(async ({ path, name, type }) => ({ name, type, data: (await readFile(path)).toString("base64") })),
  );
  const element = await page.waitForSelector(`pierce/${onto}`);
  await element?.evaluate(
    (target, how, all) => {
      const data = new DataTransfer();
      for (const { name, type, data: bytes } of all) {
        const read = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        data.items.add(new File([read], name, { type }));
      }
      const shared = { bubbles: true, cancelable: true, composed: true };
      if (how === "drop") {
        target.dispatchEvent(new DragEvent("drop", { ...shared, dataTransfer: data }));
        return;
      }
      const event = new ClipboardEvent("paste", { ...shared, clipboardData: data });
      // Firefox leaves files out of what a script pastes; there the page alone gets them, and shows them.
      if (event.clipboardData?.files.length === 0) Object.defineProperty(event, "clipboardData", { value: data });
      target.dispatchEvent(event);
    },
    gesture,
    given,
  );
}
