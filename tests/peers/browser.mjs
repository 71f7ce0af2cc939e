/**
 * Lozenge and Harper in the same page of Chromium, on the same drafts: how long each takes for one.
 * `node --import tsx browser.mjs FILE…`. Each draft is new to both when it is timed.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const ROOT = join(import.meta.dirname, "../..");
const FOLDERS = {
  harper: join(import.meta.dirname, "node_modules/harper.js/dist"),
  lozenge: join(ROOT, "extension/.wasm"),
};
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };
/** Enough for a median, few enough for Harper. */
const MOST = 600;

const drafts = [];
for (const file of process.argv.slice(2)) {
  for (const line of (await readFile(file, "utf8")).split("\n")) if (line.trim() !== "") drafts.push(JSON.parse(line));
}
const step = Math.max(1, Math.floor(drafts.length / MOST));
const chosen = drafts.filter((_, index) => index % step === 0).slice(0, MOST);

/** Isolated pages have the fine clock. */
const server = createServer(async (request, response) => {
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  const [, name, file] = (request.url ?? "").split("/");
  const folder = FOLDERS[name];
  if (!folder || !file) {
    response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Speed</title>");
    return;
  }
  const bytes = await readFile(join(folder, file)).catch(() => undefined);
  if (bytes) response.setHeader("Content-Type", TYPES[extname(file)] ?? "text/plain").end(bytes);
  else response.writeHead(404).end();
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const browser = await chromium.launch({ executablePath: process.env.LOZENGE_CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const timed = await page.evaluate(measure, chosen);
await browser.close();
server.close();

console.log(`| in Chromium, ${chosen.length} drafts | ready | median | 99% under |\n|---|---|---|---|`);
for (const [name, { ready, times }] of Object.entries(timed)) {
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor(times.length * part)].toFixed(2);
  console.log(`| ${name} | ${ready.toFixed(0)} ms | ${at(0.5)} ms | ${at(0.99)} ms |`);
}

/** Runs in the page. */
async function measure(given) {
  const warm = 40;
  const textOf = (draft) => draft.text ?? draft.parts.join("\n\n");
  const result = {};

  let start = performance.now();
  const { default: load, Checker } = await import("/lozenge/lozenge_wasm.js");
  await load({ module_or_path: "/lozenge/lozenge_wasm_bg.wasm" });
  const checkers = new Map();
  const checkerFor = (id) => checkers.get(id) ?? checkers.set(id, new Checker(id)).get(id);
  checkerFor("nhs-trust");
  result.Lozenge = { ready: performance.now() - start, times: [] };
  for (const draft of given) checkerFor(draft.organisation);
  for (const draft of given.slice(-warm)) checkerFor(draft.organisation).check(draft);
  for (const draft of given.slice(0, -warm)) {
    const before = performance.now();
    checkerFor(draft.organisation).check(draft);
    result.Lozenge.times.push(performance.now() - before);
  }

  start = performance.now();
  const { LocalLinter, Dialect } = await import("/harper/index.js");
  const { binary } = await import("/harper/binary.js");
  const linter = new LocalLinter({ binary, dialect: Dialect.British });
  await linter.setup();
  await linter.lint("This is an test.");
  result["harper.js"] = { ready: performance.now() - start, times: [] };
  for (const draft of given.slice(-warm)) await linter.lint(textOf(draft));
  for (const draft of given.slice(0, -warm)) {
    const before = performance.now();
    await linter.lint(textOf(draft));
    result["harper.js"].times.push(performance.now() - before);
  }
  return result;
}
