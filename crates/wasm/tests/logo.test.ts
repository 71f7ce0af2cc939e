/** The logo is judged in the module as it is natively: the answers on file are those of the native test. */
import { readFile } from "node:fs/promises";
import { beforeAll, expect, it } from "vitest";
import { find_logo, initSync } from "../../../extension/.wasm/lozenge_wasm.js";
import type { FoundLogo } from "../types";

const WIDTH = 360;
const HEIGHT = 240;
const INKS: [number[], number[]][] = [
  [
    [0, 94, 184],
    [255, 255, 255],
  ],
  [
    [250, 250, 250],
    [0, 94, 184],
  ],
  [
    [20, 20, 20],
    [245, 245, 245],
  ],
  [
    [190, 20, 30],
    [60, 60, 60],
  ],
];

let letters: Uint8Array;
let answers: FoundLogo[];

beforeAll(async () => {
  const bytes = await readFile(new URL("../../../extension/.wasm/lozenge_wasm_bg.wasm", import.meta.url));
  initSync({ module: await WebAssembly.compile(bytes) });
  letters = await readFile(new URL("../../logo/data/letters.bin", import.meta.url));
  const lines = await readFile(new URL("../../logo/tests/answers.jsonl", import.meta.url), "utf8");
  answers = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
});

/** The picture that `crates/logo/tests/answers.rs` draws under this number. */
function picture(number: number): Uint8ClampedArray {
  let state = number;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % limit;
  };
  const [plate, ink] = INKS[number % 4] ?? [[], []];
  const cell = 1 + Math.floor(number / 4);
  const left = below(WIDTH - 56 * cell);
  const top = below(HEIGHT - 24 * cell);
  const out = new Uint8ClampedArray(4 * WIDTH * HEIGHT).fill(255);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const grain = below(30);
      const column = Math.floor((x - left) / cell);
      const row = Math.floor((y - top) / cell);
      const inside = column >= 0 && column < 56 && row >= 0 && row < 24;
      const cover = letters[row * 56 + column] ?? 0;
      for (let part = 0; part < 3; part++) {
        const inked = Math.floor(((plate[part] ?? 0) * (255 - cover) + (ink[part] ?? 0) * cover) / 255);
        out[4 * (y * WIDTH + x) + part] = inside ? inked : 150 + 20 * part + grain;
      }
    }
  }
  return out;
}

it("answers as the native checker does, to the last bit", () => {
  expect(answers.length).toBeGreaterThan(10);
  for (const [number, native] of answers.entries()) {
    const found = find_logo(picture(number), WIDTH, HEIGHT);
    expect([number, found.outcome, found.how]).toEqual([number, native.outcome, native.how]);
    expect([number, found.score]).toEqual([number, Math.fround(native.score)]);
    expect(found.quad).toEqual(native.quad?.map((corner) => corner.map(Math.fround)));
  }
});
