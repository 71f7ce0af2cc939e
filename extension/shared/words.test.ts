import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../manifest.json";
import welsh from "../_locales/cy/messages.json";
import messages from "../_locales/en_GB/messages.json";
import { counted, language, supplyWords, word } from "./words";

describe("word", () => {
  supplyWords({
    greeting: { message: "Dear $1, $$5" },
    dog_one: { message: "$1 dog" },
    dog_many: { message: "$1 dogs" },
  });

  it("puts in what it is given", () => {
    expect(word("greeting", "Asha")).toBe("Dear Asha, $5");
  });

  it("counts", () => {
    expect([counted("dog", 0), counted("dog", 1), counted("dog", 2)]).toEqual(["0 dogs", "1 dog", "2 dogs"]);
  });

  it("shows a key that has no words", () => {
    expect(word("nothing_here")).toBe("nothing_here");
  });
});

describe("language", () => {
  it("is that of the words", () => {
    const said = [messages, welsh].map((words) => {
      supplyWords(words);
      return language();
    });
    expect(said).toEqual(["en", "cy"]);
  });
});

describe("messages.json", () => {
  const keys = Object.keys(messages);
  const sources = [JSON.stringify(manifest), ...readSources(join(import.meta.dirname, ".."))];

  it("is sorted by key", () => {
    expect(keys, "Sort the keys of messages.json.").toEqual([...keys].sort());
  });

  it("has the words for every key that code names", () => {
    const named = sources.flatMap((source) => [
      ...[...source.matchAll(/\bword\(\s*"([a-z0-9_]+)"/g)].map(([, key]) => key),
      ...[...source.matchAll(/\bcounted\(\s*"([a-z0-9_]+)"/g)].flatMap(([, key]) => [`${key}_one`, `${key}_many`]),
      ...[...source.matchAll(/\bdata-word="([a-z0-9_]+)"/g)].map(([, key]) => key),
      ...[...source.matchAll(/__MSG_([a-z0-9_]+)__/g)].map(([, key]) => key),
    ]);
    const missing = [...new Set(named)].filter((key) => key !== undefined && !(key in messages));
    expect(missing, "Add these to extension/_locales/en_GB/messages.json.").toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });
});

function readSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|html)$/.test(path) && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(folder, path), "utf8"));
}
