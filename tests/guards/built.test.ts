/** What the build may hold. Each failure says what the rule is. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const DIST = join(import.meta.dirname, "../../dist");
const BROWSERS = ["chromium", "firefox"] as const;
/** One a site. */
const CONTENT = ["content/x.js", "content/facebook.js", "content/linkedin.js"];
const SITES = [
  "https://*.x.com/*",
  "https://*.twitter.com/*",
  "https://*.facebook.com/*",
  "https://*.messenger.com/*",
  "https://*.linkedin.com/*",
];

function files(browser: string, ending: string): string[] {
  const folder = join(DIST, browser);
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return found.filter((file) => file.endsWith(ending)).map((file) => join(folder, file));
}

function manifestOf(browser: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(DIST, browser, "manifest.json"), "utf8"));
}

describe.each(BROWSERS)("%s", (browser) => {
  const scripts = files(browser, ".js").map((file) => ({ file, source: readFileSync(file, "utf8") }));

  it("has the scripts that are looked at below", () => {
    expect(scripts.map(({ file }) => file.slice(file.indexOf(browser)))).toEqual(
      expect.arrayContaining([`${browser}/background/main.js`, ...CONTENT.map((file) => `${browser}/${file}`)]),
    );
  });

  it("reaches no network: only load-module.ts may fetch, once, and only the extension's own file", () => {
    const primitives =
      /\b(XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|importScripts|RTCPeerConnection|BroadcastChannel)\b|\bnavigator\.(?:connection|serviceWorker)\b|\bnew (?:Shared)?Worker\b|\bimport\s*\(/;
    for (const { file, source } of scripts) {
      expect(source.match(primitives)?.[0], file).toBeUndefined();
      const fetches = source.match(/\bfetch\b/g) ?? [];
      expect(fetches.length, `${file} fetches`).toBeLessThanOrEqual(1);
    }
  });

  it("makes no code and no markup out of strings", () => {
    for (const { file, source } of scripts) {
      const found = source.match(
        /\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b|document\.write\b|\beval\(|\bnew Function\b/,
      );
      expect(found?.[0], file).toBeUndefined();
    }
  });

  it("logs nothing, since a log line may carry a draft", () => {
    for (const { file, source } of scripts) expect(source.match(/\bconsole\.\w+/)?.[0], file).toBeUndefined();
  });

  it("asks for storage and for the sites, and for nothing more", () => {
    const manifest = manifestOf(browser);
    expect(manifest.permissions).toEqual(["storage"]);
    for (const key of [
      "host_permissions",
      "optional_permissions",
      "optional_host_permissions",
      "externally_connectable",
    ]) {
      expect(manifest, `${key} makes browsers ask the user again`).not.toHaveProperty(key);
    }
    const content = manifest.content_scripts as { matches: string[]; js: string[] }[];
    expect(content.flatMap(({ matches }) => matches)).toEqual(SITES);
    expect(content.flatMap(({ js }) => js)).toEqual(CONTENT);
    for (const script of content) expect(script).toMatchObject({ all_frames: true, run_at: "document_start" });
  });

  it("shows pages the wasm module alone, and only on the sites", () => {
    const [shown, ...others] = manifestOf(browser).web_accessible_resources as {
      resources: string[];
      matches: string[];
    }[];
    expect(others).toEqual([]);
    expect(shown?.resources).toEqual(["wasm/lozenge_wasm_bg.wasm"]);
    expect(shown?.matches).toEqual(SITES);
  });

  it("has a policy that lets its pages reach nothing but the extension's own files", () => {
    const { extension_pages } = manifestOf(browser).content_security_policy as { extension_pages: string };
    const rules = new Map(
      extension_pages
        .split(";")
        .map((rule) => rule.trim().split(/\s+/))
        .map(([name, ...of]) => [name, of]),
    );
    expect(rules.get("default-src")).toEqual(["'none'"]);
    expect(rules.get("script-src")?.sort()).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    for (const [name, sources] of rules) {
      for (const source of sources) expect(["'none'", "'self'", "'wasm-unsafe-eval'", "data:"], name).toContain(source);
    }
    expect(rules.get("connect-src") ?? ["'self'"]).toEqual(["'self'"]);
  });

  it("keeps within its sizes", () => {
    const wasm = readFileSync(join(DIST, browser, "wasm/lozenge_wasm_bg.wasm"));
    expect(wasm.length, "the wasm module, at most 1.2 MB").toBeLessThanOrEqual(1_200_000);
    // The budget of 450 KB in transit is missed, see docs/benchmarks.md; this keeps the module from growing.
    expect(gzipSync(wasm, { level: 9 }).length, "the wasm module in transit, at most 705 KB").toBeLessThanOrEqual(
      705_000,
    );
    for (const file of CONTENT) {
      const content = readFileSync(join(DIST, browser, file));
      expect(gzipSync(content, { level: 9 }).length, `${file}, at most 40 KB gzipped`).toBeLessThanOrEqual(40_000);
    }
  });
});

it("both browsers get the same files", () => {
  const [one, other] = BROWSERS.map((browser) =>
    files(browser, "").filter((file) => statSync(file).isFile() && !file.endsWith("manifest.json")),
  );
  expect(one?.map((file) => readFileSync(file).toString("base64")).sort()).toEqual(
    other?.map((file) => readFileSync(file).toString("base64")).sort(),
  );
});
