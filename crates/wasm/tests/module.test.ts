/** The built module itself, as the extension loads it. */
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import {
  Checker,
  find_logo,
  initSync,
  policies,
  policy,
  validate_pack,
} from "../../../extension/.wasm/lozenge_wasm.js";
import type { Draft, LozengeError, Span } from "../types";

beforeAll(async () => {
  const bytes = await readFile(new URL("../../../extension/.wasm/lozenge_wasm_bg.wasm", import.meta.url));
  initSync({ module: await WebAssembly.compile(bytes) });
});

const post = (text: string): Draft => ({ text, site: "x", surface: "post", capacity: "personal" });
const NUMBER = "943 476 5919";

function spansOf(draft: Draft, family: string): Span[] {
  const checker = new Checker("nhs-trust");
  const { findings } = checker.check(draft);
  checker.free();
  return findings.filter((finding) => finding.family === family).flatMap((finding) => finding.spans);
}

function thrown(act: () => unknown): LozengeError {
  try {
    act();
  } catch (error) {
    return error as LozengeError;
  }
  throw new Error("nothing was thrown");
}

describe("offsets", () => {
  const before = {
    "plain text": "The patient's NHS number is ",
    "an emoji of two code units": "💔 The patient's NHS number is ",
    "a family of four joined emoji": "👩‍👩‍👧‍👦 the patient's NHS number is ",
    "combining marks and wide characters": "é Ll̂yr 字 the patient's NHS number is ",
    "a lone high surrogate": "a \ud83d b the patient's NHS number is ",
    "a lone low surrogate": "a \udc94 b the patient's NHS number is ",
    "surrogates the wrong way round": "\udc94\ud83d the patient's NHS number is ",
    "line breaks of both sorts": "one\r\ntwo\nthe patient's NHS number is ",
  };
  for (const [name, lead] of Object.entries(before)) {
    it(`count UTF-16 code units after ${name}`, () => {
      const text = `${lead}${NUMBER} today`;
      const spans = spansOf(post(text), "patient-identifier");
      const quotes = spans.map(({ start, end }) => text.slice(start, end));
      expect(quotes).toContain(NUMBER);
      for (const span of spans) expect(span.quote).toBe(text.slice(span.start, span.end).toWellFormed());
    });
  }

  it("count within the part of a thread", () => {
    const parts = ["A long day 💔", `The patient's NHS number is ${NUMBER}`];
    const draft: Draft = { parts, site: "x", surface: "post", capacity: "personal" };
    const found = spansOf(draft, "patient-identifier").map(({ part, start, end }) => [
      part,
      parts[part ?? 0]?.slice(start, end),
    ]);
    expect(found).toContainEqual([1, NUMBER]);
  });

  it("end within the text of a fix too", () => {
    const text = `💔 the patient's NHS number is ${NUMBER}`;
    const { findings } = new Checker("nhs-trust").check(post(text));
    for (const { edits } of findings.flatMap((finding) => finding.fixes)) {
      for (const { start, end } of edits) expect(0 <= start && start <= end && end <= text.length).toBe(true);
    }
  });
});

describe("bad input", () => {
  it.each([[undefined], [null], [7], ["text"], [[]], [{}], [() => 1]])(
    "a draft that is %s is refused as a plain object",
    (draft) => {
      const checker = new Checker("elft");
      const error = thrown(() => checker.check(draft as unknown as Draft));
      expect(error).toMatchObject({ code: "bad-shape" });
      expect(Object.getPrototypeOf(error)).toBe(Object.prototype);
    },
  );

  it("an unknown policy is refused by name of those there are", () => {
    expect(thrown(() => new Checker("nowhere"))).toMatchObject({
      code: "unknown-policy",
      message: expect.stringMatching("nhs-trust"),
    });
  });

  it("a broken pack is refused with its place", () => {
    const pack = `[policy]
id = "a"
title = 3
organisation = "A"

[[clause]]
id = "1"
section = "1"
opening = "Be kind"
text = "Be kind."
summary = "Be kind."
`;
    const error = thrown(() => validate_pack(pack));
    expect(error).toMatchObject({ code: "bad-pack", line: 3 });
    expect(() => validate_pack(pack.replace("title = 3", 'title = "A policy"'))).not.toThrow();
    expect(error.message).not.toBe("");
  });

  it("a pack is refused with every mistake in it, each at its line", () => {
    const { problems } = thrown(() => validate_pack("[policy]\nid = 3\ntitle = 4\n"));
    expect(problems?.map(({ line }) => line)).toEqual([1, 1, 2, 3]);
    expect(problems?.every(({ message }) => message.length > 10)).toBe(true);
  });

  it.each([
    ["nested lists", `a = ${"[".repeat(500_000)}`],
    ["nested tables", `a = ${"{b=".repeat(300_000)}`],
    ["a long dotted key", `${"a.".repeat(500_000)}a = 1`],
    ["headings without end", "[[a]]\n".repeat(170_000)],
    ["too much", "#".repeat(1_048_577)],
  ])("a hostile pack of %s is refused, and the module goes on", (_, toml) => {
    expect(thrown(() => validate_pack(toml)).code).toBe("bad-pack");
    expect(new Checker("nhs-trust").check(post("Lovely walk by the river today.")).policy).toBe("nhs-trust");
  });

  it("an error never repeats the draft", () => {
    const secret = "Mrs Adeyemi of bay four";
    const draft = { text: secret, site: secret, surface: secret, capacity: secret };
    const error = thrown(() => new Checker("elft").check(draft as unknown as Draft));
    expect(JSON.stringify(error)).not.toContain("Adeyemi");
  });

  it("goes on working after a refusal", () => {
    const checker = new Checker("nhs-trust");
    thrown(() => checker.check(null as unknown as Draft));
    expect(checker.check(post("Lovely walk by the river today.")).policy).toBe("nhs-trust");
  });

  it("takes a megabyte of one character", () => {
    expect(() => new Checker("nhs-trust").check(post("a".repeat(1_000_000)))).not.toThrow();
  });
});

describe("policies", () => {
  it("lists the five, each of which can be read and used", () => {
    const all = policies();
    expect(all.map(({ id }) => id).sort()).toEqual([
      "elft",
      "nhs-england-2013",
      "nhs-england-2017",
      "nhs-trust",
      "north-tyneside-ccg",
    ]);
    for (const { id } of all) {
      const whole = policy(id);
      expect(whole.clauses.length).toBeGreaterThan(0);
      const known = new Set(whole.clauses.map((clause) => clause.id));
      for (const { clauses } of whole.speaks_to) for (const clause of clauses) expect(known).toContain(clause);
      expect(new Checker(id).check(post("")).policy).toBe(id);
    }
  });

  it("says on every family either where the policy speaks or that it is silent", () => {
    for (const { id } of policies()) {
      const { speaks_to, silent_on } = policy(id);
      const families = [...speaks_to, ...silent_on].map(({ family }) => family);
      expect(new Set(families).size).toBe(families.length);
    }
    const counts = policies()
      .map(({ id }) => policy(id))
      .map(({ speaks_to, silent_on }) => speaks_to.length + silent_on.length);
    expect(new Set(counts).size).toBe(1);
  });

  it("hands out plain data", () => {
    for (const value of [policies(), policy("elft"), new Checker("elft").check(post("hello"))]) {
      expect(structuredClone(value)).toEqual(value);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });
});

describe("pictures", () => {
  /** A white picture with a box in NHS blue and three white bars in it. */
  function boxed(width: number, height: number): Uint8ClampedArray {
    const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
    for (let y = 20; y < 60; y++) {
      for (let x = 20; x < 120; x++) if (x % 30 < 20) pixels.set([0, 94, 184], 4 * (y * width + x));
    }
    return pixels;
  }

  it("gives a plain record that a draft's attachment takes", () => {
    const found = find_logo(boxed(160, 90), 160, 90);
    expect(structuredClone(found)).toEqual(found);
    expect(["shown", "unclear", "absent"]).toContain(found.outcome);
    expect(found.score).toBeGreaterThanOrEqual(0);
    expect(found.score).toBeLessThanOrEqual(1);
    const draft: Draft = { ...post("New header"), attachments: [{ kind: "image", logo: found }] };
    expect(() => new Checker("nhs-trust").check(draft)).not.toThrow();
  });

  it.each([
    [0, 0],
    [0, 7],
    [1, 1],
    [20_000, 1],
    [1, 20_000],
  ])("a picture of %i by %i is answered", (width, height) => {
    expect(find_logo(new Uint8Array(4 * width * height), width, height).outcome).toBe("absent");
  });

  it.each([
    [3, 1, 1],
    [4, 2, 1],
    [4, Number.NaN, -1],
    [0, 4_294_967_295, 4_294_967_295],
  ])("%i bytes for a picture of %i by %i are refused", (bytes, width, height) => {
    expect(thrown(() => find_logo(new Uint8Array(bytes), width, height))).toMatchObject({ code: "bad-picture" });
  });
});
