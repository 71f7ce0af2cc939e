/**
 * How long a check takes from JavaScript to JavaScript, in Chromium, and how large what is shipped is.
 * Prints a table; nothing here passes or fails. Run it on a machine that does nothing else.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Draft } from "../../extension/shared/records";
import { launch } from "../harness/launch";

const ROOT = join(import.meta.dirname, "../..");
const ROUNDS = 2000;

interface Timed {
  ready: number;
  drafts: Record<string, { median: number; p99: number }>;
}

const lines = (await readFile(join(ROOT, "tests/corpus/drafts.jsonl"), "utf8")).trim().split("\n");
const corpus = lines.map((line) => JSON.parse(line) as Draft & { text: string });

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

const glue = await build({
  stdin: {
    contents: `export * from "./lozenge_wasm.js"`,
    resolveDir: join(ROOT, "extension/.wasm"),
  },
  bundle: true,
  write: false,
  format: "iife",
  globalName: "lozenge",
  define: { "import.meta.url": '""' },
});
const wasm = await readFile(join(ROOT, "dist/chromium/wasm/lozenge_wasm_bg.wasm"));

/** Isolated pages have the fine clock. */
const server = createServer((request, response) => {
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  if (request.url === "/module.wasm") response.setHeader("Content-Type", "application/wasm").end(wasm);
  else if (request.url === "/glue.js")
    response.setHeader("Content-Type", "text/javascript").end(glue.outputFiles[0]?.text);
  else response.setHeader("Content-Type", "text/html").end('<!doctype html><script src="/glue.js"></script>');
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;

const lozenge = await launch("chromium", { port: 1 });
const page = await lozenge.page();
await page.goto(`http://127.0.0.1:${port}/`);
const timed = (await page.evaluate(measure, JSON.stringify(DRAFTS), ROUNDS)) as Timed;
await lozenge.close();
server.close();

console.log("| wasm in Chromium | median | 99% under |\n|---|---|---|");
for (const [name, { median, p99 }] of Object.entries(timed.drafts)) {
  console.log(`| check, ${name} | ${median.toFixed(3)} ms | ${p99.toFixed(3)} ms |`);
}
console.log(`| fetched, compiled and a checker made | ${timed.ready.toFixed(0)} ms | |`);
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
  return { ready, drafts: timed };
}
