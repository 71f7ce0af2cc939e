/** Every word that a person reads is a message, in English and in Welsh. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import welsh from "../../extension/_locales/cy/messages.json";
import english from "../../extension/_locales/en_GB/messages.json";

type Messages = Record<string, { message: string }>;
const EXTENSION = join(import.meta.dirname, "../../extension");

const placeholders = (message: string | undefined): string[] => [...(message?.match(/\$\d/g) ?? [])].sort();

describe("the two languages", () => {
  const [en, cy]: Messages[] = [english, welsh];
  const keys = Object.keys(english);

  it("have words for the same keys, in the same order", () => {
    expect(
      keys.filter((key) => !(key in welsh)),
      "Add these to extension/_locales/cy/messages.json, in Welsh.",
    ).toEqual([]);
    expect(Object.keys(welsh), "Sort the keys of cy/messages.json, and take out what English lost.").toEqual(keys);
  });

  it("put the same things in", () => {
    const differing = keys.filter(
      (key) => String(placeholders(en?.[key]?.message)) !== String(placeholders(cy?.[key]?.message)),
    );
    expect(differing).toEqual([]);
  });

  it("are two: only names read the same in both", () => {
    const same = keys.filter((key) => en?.[key]?.message === cy?.[key]?.message);
    expect(same).toEqual(["badge_idle", "card_name", "first_sample", "popup_heading", "site_linkedin", "site_x"]);
  });

  it("call the families as the checker does", () => {
    const source = readFileSync(join(EXTENSION, "../crates/core/src/family.rs"), "utf8");
    const titles = [...source.matchAll(/\bof\(\s*"([a-z-]+)",\s*"([^"]+)"/g)].map(([, slug, title]) => [
      `family_${slug?.replaceAll("-", "_")}`,
      title,
    ]);
    expect(titles.length).toBeGreaterThan(20);
    const stated = keys.filter((key) => key.startsWith("family_")).map((key) => [key, en?.[key]?.message]);
    expect(Object.fromEntries(stated)).toEqual(Object.fromEntries(titles));
  });

  it("keep within what the stores show", () => {
    for (const messages of [english, welsh]) {
      expect(messages.name.message.length).toBeLessThanOrEqual(75);
      expect(messages.description.message.length).toBeLessThanOrEqual(132);
    }
  });
});

describe("stray words", () => {
  it("are found where there are any", () => {
    expect(strayInCode('h("p", {}, "Not posted yet");')).toEqual(["Not posted yet"]);
    expect(strayInCode('say("nothing was found in it.");')).toEqual(["nothing was found in it."]);
    expect(strayInCode(["h('p', {}, `Found $", "{many} of them`);"].join(""))).toEqual(["Found ", " of them"]);
    expect(strayInCode('if (event.key === "Escape") throw new Error("No such box");')).toEqual([]);
    expect(strayInMarkup('<h1 id="heading">Settings</h1><img alt="A lozenge">')).toEqual(["Settings", "A lozenge"]);
  });

  it.each(files(".ts"))("are not in %s", (file) => {
    expect(strayInCode(readFileSync(join(EXTENSION, file), "utf8")), "Give it a key in _locales.").toEqual([]);
  });

  it.each(files(".html"))("are not in %s", (file) => {
    expect(strayInMarkup(readFileSync(join(EXTENSION, file), "utf8")), "Give it a key in _locales.").toEqual([]);
  });
});

function files(ending: string): string[] {
  // Titles for administrators, who read them in the browser's own policy pages, in English.
  const forAdministrators = "shared/managed/keys.ts";
  return readdirSync(EXTENSION, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter(
      (file) => file.endsWith(ending) && !/^\.wasm|\.test\.ts$|\.d\.ts$/.test(file) && file !== forAdministrators,
    );
}

/** Literals that read like words for a person: a capital and small letters, or two words with a stop at the end. */
function strayInCode(source: string): string[] {
  const found: string[] = [];
  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isError(node)) return;
    if (isText(node) && readsLikeWords(node.text) && !isCompared(node) && !NOT_SHOWN.includes(node.text))
      found.push(node.text);
    ts.forEachChild(node, visit);
  }
  visit(ts.createSourceFile("file.ts", source, ts.ScriptTarget.Latest, true));
  return found;
}

function isText(node: ts.Node): node is ts.StringLiteral | ts.TemplateLiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

const readsLikeWords = (text: string): boolean =>
  /^\s*[A-Z][a-z]+(\s|$)/.test(text) || /[a-z]+ [a-z]+.*[.!?:]$/.test(text.trim()) || /^ [a-z]+ [a-z]+$/.test(text);

/** Names of keys, and what error records say to developers: no face shows either. */
const NOT_SHOWN = [
  "Backspace",
  "A box to write in that Lozenge does not know.",
  "Extension context invalidated",
  "The checker could not answer (",
  "The checker failed without saying why.",
  "The settings are not a record.",
  "The settings are of a version that is not known here.",
  "” could not be read.",
];

/** What is thrown is for developers: no face shows it. */
function isError(node: ts.Node): boolean {
  return ts.isNewExpression(node) && /Error$/.test(node.expression.getText());
}

/** Names of keys and nodes are compared with, and never shown. */
function isCompared(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return /^[!=]==$/.test(parent.operatorToken.getText());
  return ts.isCaseClause(parent);
}

function strayInMarkup(markup: string): string[] {
  const bare = markup.replace(/<!--[\s\S]*?-->|<!doctype[^>]*>/gi, "");
  const texts = [...bare.matchAll(/>([^<]+)</g)].map(([, text]) => text?.trim() ?? "");
  const attributes = [...bare.matchAll(/\b(?:alt|title|placeholder|aria-label)="([^"]+)"/g)].map(
    ([, text]) => text ?? "",
  );
  return [...texts, ...attributes].filter((text) => /\p{L}/u.test(text) && text !== "Lozenge");
}
