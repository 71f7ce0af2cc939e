/**
 * Assembles dist/chromium and dist/firefox:
 *
 *   node extension/build.mjs
 *
 * Each folder with a `main.ts` becomes one classic script `main.js` beside its pages, but the content script has one
 * for each site, so that a page loads no other site's adapter; `*.html`, the style sheets
 * they link, icons and _locales are copied; the manifest at the top is cut to what each browser knows. It expects the
 * wasm module in extension/.wasm, where `cargo xtask build` puts it.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const TARGET = ["chrome130", "firefox146"];
const MODULE = "lozenge_wasm_bg.wasm";
const WELSH = "_locales/cy/messages.json";
const SCHEMA = "managed-schema.json";

/** What only one browser reads in the manifest, and refuses or warns of in the other's. */
const forBrowser = {
  chromium({ browser_specific_settings: _, background: { scripts: __, ...background }, ...manifest }) {
    return { ...manifest, background };
  },
  firefox({
    minimum_chrome_version: _,
    key: ____,
    storage: _____,
    background: { service_worker: __, ...background },
    ...manifest
  }) {
    const resources = manifest.web_accessible_resources?.map(({ use_dynamic_url: ___, ...entry }) => entry);
    return { ...manifest, background, web_accessible_resources: resources };
  },
};

async function files(ending) {
  const found = await readdir(here, { recursive: true });
  return found.filter((file) => file.endsWith(ending) && !file.startsWith(".wasm")).sort();
}

/** What the content script need not carry: why a selector is believed, and the spaces of a style sheet. */
const lean = {
  name: "lean",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]selectors[\\/]\w+\.json$/ }, async ({ path }) => {
      const forReaders = new Set(["$about", "confidence", "source"]);
      const read = JSON.parse(await readFile(path, "utf8"), (key, value) => (forReaders.has(key) ? undefined : value));
      return { contents: JSON.stringify(read), loader: "json" };
    });
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: TARGET });
      return { contents: code, loader: "text" };
    });
  },
};

/** Scripts are classic ones: a content script cannot be a module, and the others need not be. */
async function bundle(outdir) {
  const scripts = (await files(".ts")).flatMap((file) => {
    const [folder, ...rest] = file.replaceAll("\\", "/").split("/");
    if (rest.join() === "main.ts" && folder !== "content") return [{ in: file, out: `${folder}/main` }];
    return /^content\/sites\/scripts\/\w+\.ts$/.test(`${folder}/${rest.join("/")}`)
      ? [{ in: file, out: `content/${rest[2].replace(".ts", "")}` }]
      : [];
  });
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: here,
    entryPoints: scripts,
    outdir,
    bundle: true,
    format: "iife",
    target: TARGET,
    charset: "utf8",
    plugins: [lean],
    // Syntax alone: a store's reviewer, and anybody else, can still read the names.
    minifySyntax: true,
    minifyWhitespace: process.env.LOZENGE_READABLE !== "1",
    // The generated loader knows how to find the module beside itself; here it is always handed over.
    define: { "import.meta.url": '""' },
    // The generated loader warns of callers that there are none of; nothing of ours may log.
    drop: ["console", "debugger"],
    legalComments: "none",
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs).sort();
}

/** The style sheets that pages link, each with what it imports. */
async function styles(outdir) {
  const linked = new Set();
  for (const page of await files(".html")) {
    const markup = await readFile(join(here, page), "utf8");
    for (const [, href] of markup.matchAll(/<link[^>]+href="([^":]+\.css)"/g)) linked.add(join(dirname(page), href));
  }
  const entryPoints = [...linked].sort();
  if (entryPoints.length === 0) return;
  await build({
    absWorkingDir: here,
    entryPoints,
    outbase: here,
    outdir,
    bundle: true,
    minify: true,
    logLevel: "warning",
  });
}

async function copy(outdir) {
  for (const page of await files(".html")) await cp(join(here, page), join(outdir, page));
  for (const icon of (await files(".png")).concat(await files(".svg"))) await cp(join(here, icon), join(outdir, icon));
  await cp(join(here, "_locales"), join(outdir, "_locales"), { recursive: true });
  await writeFile(join(outdir, WELSH), JSON.stringify({ ...(await welsh()), ...(await welshSummaries()) }, null, 2));
  await cp(join(here, SCHEMA), join(outdir, SCHEMA));
  await cp(join(root, "crates/core/src/policy/skeleton.toml"), join(outdir, "options/skeleton.toml"));
  await cp(join(here, ".wasm", MODULE), join(outdir, "wasm", MODULE));
}

const welsh = async () => JSON.parse(await readFile(join(here, WELSH), "utf8"));

/** The Welsh of clauses' plain lines as messages: a browser that is not set to Welsh never reads them. */
async function welshSummaries() {
  const { code } = await transform(await readFile(join(here, "shared/summary-key.ts"), "utf8"), { loader: "ts" });
  const { summaryKey } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const lines = (await readFile(join(root, "policies/cy.txt"), "utf8")).split("\n");
  const messages = {};
  lines.forEach((line, at) => {
    if (!line.startsWith("= ")) return;
    const key = summaryKey(lines[at - 1]);
    if (key in messages)
      throw new Error(`policies/cy.txt, line ${at + 1}: this English stands twice, or shares its number`);
    messages[key] = { message: line.slice(2) };
  });
  return messages;
}

/** Every file that a manifest names; one that is not there would only be noticed by a user. */
function named(manifest) {
  const {
    background,
    content_scripts = [],
    web_accessible_resources = [],
    action = {},
    options_ui = {},
    icons = {},
    storage = {},
  } = manifest;
  return [
    background?.service_worker,
    ...(background?.scripts ?? []),
    ...content_scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]),
    ...web_accessible_resources.flatMap(({ resources }) => resources),
    action.default_popup,
    ...Object.values(action.default_icon ?? {}),
    options_ui.page,
    storage.managed_schema,
    ...Object.values(icons),
  ].filter((file) => file !== undefined);
}

const source = JSON.parse(await readFile(join(root, "manifest.json"), "utf8"));
for (const [browser, cut] of Object.entries(forBrowser)) {
  const outdir = join(root, "dist", browser);
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const [inputs] = await Promise.all([bundle(outdir), styles(outdir), copy(outdir)]);
  // For the bill of materials: which packages of others are in the bundle.
  await writeFile(join(root, "dist", "bundled.json"), `${JSON.stringify(inputs, null, 2)}\n`);
  const manifest = cut(source);
  await writeFile(join(outdir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const there = new Set((await readdir(outdir, { recursive: true })).map((file) => file.replaceAll("\\", "/")));
  const missing = named(manifest).filter((file) => !there.has(file));
  if (missing.length > 0)
    throw new Error(`manifest.json names files that the build does not make: ${missing.join(", ")}`);
}
console.log("built dist/chromium and dist/firefox");
