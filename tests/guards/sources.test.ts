/** House rules of the extension's sources. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const EXTENSION = join(import.meta.dirname, "../../extension");

const sources = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(ts|html|css)$/.test(file) && !file.startsWith(".wasm") && !file.endsWith(".test.ts"))
  .map((file) => ({ file: file.replaceAll("\\", "/"), source: readFileSync(join(EXTENSION, file), "utf8") }));

/** Without comments: they may say which site taught a lesson. */
const code = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{}(])\/\/.*$/gm, "$1");

it("no site is named outside its adapter: what only one site needs belongs in extension/content/sites/", () => {
  const offenders = sources
    .filter(({ file }) => !file.startsWith("content/sites/"))
    // The records name the sites, and what pages say to a reader may too.
    .filter(({ file }) => !file.startsWith("shared/") && !/^(popup|options|first-run)\//.test(file))
    .filter(({ source }) => /facebook|linkedin|twitter|messenger|\bx\.com\b|tweet/i.test(code(source)));
  expect(offenders.map(({ file }) => file)).toEqual([]);
});

it("no markup is made out of strings", () => {
  const offenders = sources.filter(({ source }) =>
    /innerHTML|outerHTML|insertAdjacentHTML|DOMParser/.test(code(source)),
  );
  expect(offenders.map(({ file }) => file)).toEqual([]);
});

it("only load-module.ts fetches", () => {
  const offenders = sources.filter(({ source }) =>
    /\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon/.test(code(source)),
  );
  expect(offenders.map(({ file }) => file)).toEqual(["shared/load-module.ts"]);
});

it("nothing is kept where a browser would carry it to other computers", () => {
  const offenders = sources.filter(({ source }) => /\bstorage\s*\??\.\s*sync\b|\["sync"\]/.test(code(source)));
  expect(offenders.map(({ file }) => file)).toEqual([]);
});

it("every file can be read at one sitting", () => {
  const long = sources.filter(({ file, source }) => file.endsWith(".ts") && source.split("\n").length > 500);
  expect(long.map(({ file }) => file)).toEqual([]);
});
