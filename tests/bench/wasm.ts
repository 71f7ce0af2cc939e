/**
 * How long a check takes from JavaScript to JavaScript, in Chromium, and how large what is shipped is.
 * Prints a table; nothing here passes or fails. Run it on a machine that does nothing else.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Draft } from "../../extension/shared/records";
import { launch } from "../harness/launch";
import { corpusDrafts, ROOT, serve } from "./page";

const ROUNDS = 2000;

interface Timed {
  ready: number;
  first: number;
  drafts: Record<string, { median: number; p99: number }>;
}

const corpus = await corpusDrafts();

/** Real drafts end to end, cut to a length. */
function draftOf(length: number, site: Draft["site"]): Draft {
  const text = corpus.map((draft) => draft.text).join(" ");
  return { text: text.slice(0, length), site, surface: "post", capacity: "personal", organisation: "nhs-trust" };
}

const DRAFTS: Record<string, Draft[]> = {
  "each of the corpus": corpus,
  "280 characters": [draftOf(280, "x")],
  "3,000 characters": [draftOf(3000, "linkedin")],
};

const served = await serve();
const lozenge = await launch("chromium", { port: 1 });
const page = await lozenge.page();
await page.goto(served.address);
const timed = (await page.evaluate(measure, JSON.stringify(DRAFTS), ROUNDS)) as Timed;
await lozenge.close();
served.close();

console.log("| wasm in Chromium | median | 99% under |\n|---|---|---|");
for (const [name, { median, p99 }] of Object.entries(timed.drafts)) {
  console.log(`| check, ${name} | ${median.toFixed(3)} ms | ${p99.toFixed(3)} ms |`);
}
console.log(`| fetched, compiled and a checker made | ${timed.ready.toFixed(0)} ms | |`);
console.log(`| the first check, which reads the word data | ${timed.first.toFixed(0)} ms | |`);
console.log("\n| shipped | bytes | gzipped |\n|---|---|---|");
for (const file of [
  "wasm/lozenge_wasm_bg.wasm",
  "content/x.js",
  "content/facebook.js",
  "content/linkedin.js",
  "background/main.js",
  "popup/main.js",
  "options/main.js",
]) {
  const bytes = await readFile(join(ROOT, "dist/chromium", file));
  console.log(`| ${file} | ${bytes.length} | ${gzipSync(bytes, { level: 9 }).length} |`);
}

/** Runs in the page. */
async function measure(given: string, rounds: number): Promise<Timed> {
  const { initSync, Checker } = (
    globalThis as unknown as { lozenge: typeof import("../../extension/.wasm/lozenge_wasm.js") }
  ).lozenge;
  const start = performance.now();
  const bytes = await (await fetch("/module.wasm")).arrayBuffer();
  initSync({ module: await WebAssembly.compile(bytes) });
  const checker = new Checker("nhs-trust");
  const ready = performance.now() - start;
  const again = performance.now();
  checker.check({ text: "Lovely day at the beach", site: "x", surface: "post", capacity: "personal" });
  const first = performance.now() - again;
  const timed: Timed["drafts"] = {};
  for (const [name, drafts] of Object.entries(JSON.parse(given) as Record<string, Draft[]>)) {
    const times: number[] = [];
    for (let round = 0; round < rounds + 200; round += 1) {
      const draft = drafts[round % drafts.length] as Draft;
      const before = performance.now();
      checker.check(draft);
      // The first rounds are the compiler's.
      if (round >= 200) times.push(performance.now() - before);
    }
    times.sort((one, other) => one - other);
    timed[name] = { median: times[times.length >> 1] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
  }
  return { ready, first, drafts: timed };
}
