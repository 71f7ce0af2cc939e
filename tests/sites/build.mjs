/** Bundles each replica into `dist/sites/`, one script and one style sheet a site. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
export const outdir = join(here, "../../dist/sites");

/** Puts a file in its place in one step: another server may be reading the old one. */
async function replace({ path, contents }) {
  const fresh = `${path}.${process.pid}`;
  await writeFile(fresh, contents);
  await rename(fresh, path);
}

export async function buildSites() {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: ["x", "facebook", "linkedin"].map((site) => ({ in: `${site}/main.tsx`, out: site })),
    outdir,
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    sourcemap: true,
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"', global: "window" },
  });
  await mkdir(outdir, { recursive: true });
  await Promise.all(outputFiles.map(replace));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildSites();
