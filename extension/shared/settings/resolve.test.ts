import { describe, expect, it } from "vitest";
import { DEFAULTS, forAccount, resolve } from "./resolve";

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
