import { describe, expect, it } from "vitest";
import { LOCKABLE, MANAGED_KEYS, managedSchema } from "./keys";
import { readManaged } from "./read";

const known = {
  policies: ["elft", "nhs-trust"],
  families: ["abuse", "logo"],
  packFaults: (toml: string) => (toml.includes("broken") ? ["2: add a quotation mark"] : []),
};

it("reads every key that the schema offers", () => {
  const given = {
    organisation: "elft",
    organisation_name: "Example NHS Trust",
    own_pack: "[policy]",
    employer_names: ["ELFT"],
    employer_handles: ["@ELFT"],
    directory: ["Asha Patel, Ash, @asha, yes", "Tom Okafor"],
    contacts: ["Media Team, media@example.nhs.uk, 01632 960000, abuse logo", "Your manager"],
    capacity: "professional",
    families_off: ["abuse"],
    families_stricter: ["logo"],
    families_milder: ["logo"],
    families_kept_on: ["abuse"],
    stop_override: false,
    sites_off: ["x"],
    emergency_families_off: ["logo"],
    emergency_sites_off: ["facebook"],
    locked: [...LOCKABLE],
    first_run: false,
    try_out: true,
    keep_nothing: true,
  };
  const { managed, problems, entries } = readManaged(given, known);
  expect(problems).toEqual([]);
  expect(entries).toEqual(given.directory);
  expect(Object.keys(given).sort()).toEqual(Object.keys(MANAGED_KEYS).sort());
  const { directory: _, ...others } = given;
  expect(managed).toEqual({
    ...others,
    contacts: [
      {
        id: "Media Team",
        name: "Media Team",
        email: "media@example.nhs.uk",
        mailto: true,
        phone: "01632 960000",
        about: ["abuse", "logo"],
      },
      { id: "Your manager", name: "Your manager", mailto: false, about: [] },
    ],
  });
});

describe("what does not fit is refused by itself", () => {
  it.each([
    ["organisation", "nowhere", "not-known", "nowhere"],
    ["organisation", 7, "not-text", undefined],
    ["capacity", "chief", "not-known", "chief"],
    ["try_out", "yes", "not-true-or-false", undefined],
    ["families_off", "abuse", "not-a-list", undefined],
    ["sites_off", ["myspace"], "not-known", "myspace"],
    ["locked", ["everything"], "not-known", "everything"],
    ["directory", "Asha Patel", "not-a-list", undefined],
    ["directory", [7], "not-text", "7"],
    ["contacts", ["Media Team, not an address"], "bad-line", "Media Team, not an address"],
    ["own_pack", "broken", "bad-pack", "2: add a quotation mark"],
    ["own_pack", "x".repeat(1_048_577), "too-long", undefined],
    ["employer_names", ["x".repeat(301)], "too-long", "x".repeat(300)],
    ["colour", "red", "no-such-setting", undefined],
  ])("%s: %j", (key, value, fault, detail) => {
    const { managed, problems } = readManaged({ employer_handles: ["@ELFT"], [key]: value }, known);
    expect(problems).toEqual([{ key, fault, ...(detail !== undefined && { detail }) }]);
    expect(managed.employer_handles).toEqual(["@ELFT"]);
  });

  it("an entry of a list costs that entry and no other", () => {
    const { managed, problems } = readManaged({ families_off: ["abuse", "abus", 5, "logo"] }, known);
    expect(managed.families_off).toEqual(["abuse", "logo"]);
    expect(problems.map(({ detail }) => detail)).toEqual(["abus", "5"]);
  });
});

it("takes names as they are where nothing can be checked", () => {
  expect(readManaged({ organisation: "elft", families_off: ["abuse"] })).toEqual({
    managed: { organisation: "elft", families_off: ["abuse"] },
    problems: [],
  });
});

it("the schema that browsers read is current: vitest run extension/shared/managed -u writes it anew", async () => {
  await expect(`${JSON.stringify(managedSchema(), null, 2)}\n`).toMatchFileSnapshot("../../managed-schema.json");
});
