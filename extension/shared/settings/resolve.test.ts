import { describe, expect, it } from "vitest";
import { checkerInputs } from "./checker-inputs";
import { DEFAULTS, forAccount, OWN_PACK, resolve } from "./resolve";

describe("resolve", () => {
  it("works as an example until somebody chose an organisation", () => {
    const settings = resolve({ default: DEFAULTS });
    expect(settings.organisation).toEqual({ value: "nhs-england-2017", from: "default", locked: false });
    expect(settings.capacity.value).toBe("personal");
    expect(settings.chosen).toBe(false);
  });

  it("takes the author's word over the default", () => {
    const settings = resolve({ author: { version: 1, organisation: "elft" }, default: DEFAULTS });
    expect(settings.organisation).toEqual({ value: "elft", from: "author", locked: false });
    expect(settings.chosen).toBe(true);
    expect(settings.capacity.from).toBe("default");
  });

  it("lets the author change what the organisation only suggests", () => {
    const settings = resolve({
      managed: { organisation: "elft", capacity: "official" },
      author: { version: 1, capacity: "personal" },
      default: DEFAULTS,
    });
    expect(settings.organisation).toEqual({ value: "elft", from: "managed", locked: false });
    expect(settings.capacity).toEqual({ value: "personal", from: "author", locked: false });
  });

  it("lets nobody change what the organisation locked", () => {
    const settings = resolve({
      managed: { capacity: "official", locked: ["capacity"] },
      author: { version: 1, capacity: "personal", capacity_by_account: { janedoe: "professional" } },
      default: DEFAULTS,
    });
    expect(settings.capacity).toEqual({ value: "official", from: "managed", locked: true });
    expect(forAccount(settings, { handle: "@JaneDoe" }).capacity).toBe("official");
  });

  it("adds the author's names to the organisation's", () => {
    const settings = resolve({
      managed: { employer_names: ["ELFT"] },
      author: { version: 1, employer_names: ["the Trust"] },
      default: DEFAULTS,
    });
    expect(settings.employer_names).toEqual(["ELFT", "the Trust"]);
  });
});

describe("an organisation's word", () => {
  const author = { version: 1 as const, off: ["abuse"], employer_names: ["the Royal"], final_stops: false };

  it("locks a setting at its default where it gives no value", () => {
    const settings = resolve({ managed: { locked: ["families_off"] }, author, default: DEFAULTS });
    expect(settings.off).toEqual({ value: [], from: "managed", locked: true });
  });

  it("locks nobody into the example policy", () => {
    const settings = resolve({
      managed: { locked: ["organisation"] },
      author: { version: 1, organisation: "elft" },
      default: DEFAULTS,
    });
    expect(settings.organisation).toEqual({ value: "elft", from: "author", locked: false });
  });

  it("adds to the author's lists, and stands alone where it locks them", () => {
    const managed = { employer_names: ["ELFT"] };
    expect(resolve({ managed, author, default: DEFAULTS }).employer_names).toEqual(["ELFT", "the Royal"]);
    const locked = resolve({ managed: { ...managed, locked: ["employer_names"] }, author, default: DEFAULTS });
    expect(locked.employer_names).toEqual(["ELFT"]);
  });

  it("lists its colleagues beside the author's, and alone where it locks the directory", () => {
    const facts = { people: 1, handles: 0, agreed: 0, refused: 0 };
    const managed = { directory: { ...facts, list: "managed:1" } };
    const mine = { ...author, directory: { ...facts, list: "author:1", source: "team.csv", on: "2026-11-21" } };
    expect(resolve({ managed, author: mine, default: DEFAULTS }).directories).toEqual(["managed:1", "author:1"]);
    const locked = resolve({ managed: { ...managed, locked: ["directory"] }, author: mine, default: DEFAULTS });
    expect(locked.directories).toEqual(["managed:1"]);
  });

  it("goes before the author in an emergency, whatever else is set", () => {
    const managed = { emergency_families_off: ["politics-religion"], emergency_sites_off: ["x"] };
    const settings = resolve({ managed, author: { ...author, sites_off: ["facebook"] }, default: DEFAULTS });
    expect(settings.sites_off.value).toEqual(["facebook", "x"]);
    expect(checkerInputs(settings).options).toMatchObject({
      off: ["abuse"],
      organisation: { off: ["politics-religion"] },
    });
  });

  it("reaches the checker apart from the author's", () => {
    const managed = {
      families_off: ["abuse"],
      families_milder: ["logo"],
      families_kept_on: ["safeguarding"],
      stop_override: false,
      try_out: true,
      locked: ["families_off", "families_milder", "stop_override"] as const,
    };
    const settings = resolve({ managed: { ...managed, locked: [...managed.locked] }, author, default: DEFAULTS });
    const { organisation, ...mine } = checkerInputs(settings).options;
    expect(mine).toEqual({
      directory: { lists: [], employer_names: ["the Royal"], employer_handles: [] },
      language: "en",
    });
    expect(organisation).toEqual({
      off: ["abuse"],
      stricter: [],
      milder: ["logo"],
      keep_on: ["safeguarding"],
      final_stops: true,
      try_out: true,
    });
  });

  it("brings a policy of its own, which the author may leave for a built-in one", () => {
    const managed = { own_pack: "[policy]", organisation: "elft" };
    expect(checkerInputs(resolve({ managed, author, default: DEFAULTS })).pack).toBe("[policy]");
    const other = resolve({ managed, author: { ...author, organisation: "nhs-trust" }, default: DEFAULTS });
    expect(checkerInputs(other).pack).toBe("nhs-trust");
  });
});

describe("a pack of the author's own", () => {
  it("is in use where it was chosen, and only as long as it is there", () => {
    const author = { version: 1 as const, organisation: OWN_PACK, pack: "[policy]" };
    expect(checkerInputs(resolve({ author, default: DEFAULTS })).pack).toBe("[policy]");
    const { pack: _, ...gone } = author;
    const settings = resolve({ author: gone, default: DEFAULTS });
    expect([settings.chosen, checkerInputs(settings).pack]).toEqual([false, "nhs-england-2017"]);
  });
});

describe("forAccount", () => {
  const settings = resolve({
    author: {
      version: 1,
      capacity_by_account: { nursejane: "professional" },
      bio_by_account: { nursejane: "Views my own", silent: "" },
      bio: "Nurse",
    },
    default: DEFAULTS,
  });

  it("finds an account by its handle, however it is written", () => {
    expect(forAccount(settings, { handle: " @NurseJane" })).toEqual({ capacity: "professional", bio: "Views my own" });
  });

  it("finds an account by its name where the site shows no handle", () => {
    expect(forAccount(settings, { display_name: "NurseJane" }).capacity).toBe("professional");
  });

  it("tells a bio that is empty from one that is not known", () => {
    expect(forAccount(settings, { handle: "silent" }).bio).toBe("");
    expect(forAccount(settings, { handle: "somebody" })).toEqual({ capacity: "personal" });
  });

  it("uses the general bio only where the account is not known", () => {
    expect(forAccount(settings).bio).toBe("Nurse");
  });

  it("is not misled by a handle that objects inherit", () => {
    expect(forAccount(settings, { handle: "constructor" })).toEqual({ capacity: "personal" });
  });
});
