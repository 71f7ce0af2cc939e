import { describe, expect, it } from "vitest";
import { migrate } from "./migrate";
import { validate } from "./validate";

describe("validate", () => {
  it("keeps what it can read", () => {
    const raw = {
      version: 1,
      organisation: "elft",
      capacity: "professional",
      directory: {
        list: "author:1",
        source: "team.csv",
        on: "2026-11-21",
        people: 9,
        handles: 2,
        agreed: 1,
        refused: 0,
      },
      off: ["commercial-gain"],
    };
    expect(validate(raw)).toEqual({ raw, problems: [] });
  });

  it("gives up one broken key and no other", () => {
    const { raw, problems } = validate({ version: 1, organisation: "elft", capacity: "chief", directory: "all" });
    expect(raw).toEqual({ version: 1, organisation: "elft" });
    expect(problems.map((problem) => problem.key)).toEqual(["capacity", "directory"]);
  });

  it.each([null, 7, "text", [], { organisation: "elft" }, { version: 2 }])("refuses %j", (value) => {
    const { raw, problems } = validate(value);
    expect(raw).toEqual({ version: 1 });
    expect(problems).toHaveLength(1);
  });

  it("takes no organisation that could not be the id of a pack", () => {
    expect(validate({ version: 1, organisation: "../elft" }).problems).toHaveLength(1);
  });

  it("keeps an account that is called like something objects inherit", () => {
    const value: unknown = JSON.parse('{"version":1,"bio_by_account":{"__proto__":"Nurse"}}');
    expect(Object.keys(validate(value).raw.bio_by_account ?? {})).toEqual(["__proto__"]);
  });
});

describe("migrate", () => {
  const steps = {
    1: (old: Record<string, unknown>) => ({ ...old, version: 2, b: old.a }),
    2: (old: Record<string, unknown>) => ({ ...old, version: 3, c: true }),
  };

  it("goes from step to step", () => {
    expect(migrate({ version: 1, a: 5 }, steps)).toEqual({ version: 3, a: 5, b: 5, c: true });
  });

  it("leaves what it does not know to validation", () => {
    expect(migrate({ version: 9 }, steps)).toEqual({ version: 9 });
    expect(migrate("broken", steps)).toBe("broken");
  });

  it("stops at a step that does not raise the version", () => {
    expect(migrate({ version: 1 }, { 1: (old) => old })).toEqual({ version: 1 });
  });
});
