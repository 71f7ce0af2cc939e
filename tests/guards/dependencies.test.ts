/** What npm packages of others may be. Crates: `deny.toml`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

interface Locked {
  version: string;
  integrity?: string;
  license?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(ROOT, file), "utf8"));
}

const locked = Object.entries(read<{ packages: Record<string, Locked> }>("package-lock.json").packages).filter(
  ([folder]) => folder !== "",
);

/** MPL-2.0 is for Mozilla's linter and the accessibility checker, neither of which ships. */
const LICENCES = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT OR Apache-2.0",
  "MIT-0",
  "MPL-2.0",
  "Python-2.0",
];

it("looks at every package", () => {
  expect(locked.length).toBeGreaterThan(100);
});

it("holds every package to the digest it had when it was chosen", () => {
  const loose = locked.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
  expect(loose.map(([folder]) => folder)).toEqual([]);
});

it("takes packages from the npm registry alone", () => {
  const elsewhere = locked.filter(
    ([, { resolved }]) => resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/"),
  );
  expect(elsewhere.map(([folder]) => folder)).toEqual([]);
});

it("pins what it asks for", () => {
  const { dependencies, devDependencies } = read<Record<string, Record<string, string>>>("package.json");
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, range]) => !/^(npm:.+@)?\d+\.\d+\.\d+$/.test(range),
  );
  expect(loose).toEqual([]);
});

it("uses licences that ask for a notice and no more: read a new one before you list it", () => {
  const others = locked.filter(([, { license }]) => license === undefined || !LICENCES.includes(license));
  expect(others.map(([folder, { license }]) => `${folder}: ${license}`)).toEqual([]);
});

it("lets only these packages run a script when they are installed", () => {
  const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => folder);
  expect(scripts).toEqual(["node_modules/core-js", "node_modules/esbuild"]);
});

it("ships no code of an npm package", () => {
  const bundled = read<string[]>("dist/bundled.json");
  expect(bundled).toContain("content/main.ts");
  expect(bundled.filter((file) => file.includes("node_modules"))).toEqual([]);
});
