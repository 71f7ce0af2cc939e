/** The worked example for administrators is read without a complaint. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import settings from "../../deploy/settings.json";
import { readManaged } from "../../extension/shared/managed/read";
import { families } from "../corpus/families.json";

const known = {
  policies: readdirSync(join(import.meta.dirname, "../../policies"))
    .filter((file) => file.endsWith(".toml"))
    .map((file) => file.replace(".toml", "")),
  families: Object.keys(families),
  packFaults: () => [],
};

it("every value of deploy/settings.json fits", () => {
  const { managed, problems, entries } = readManaged(settings, known);
  expect(problems).toEqual([]);
  // The directory's entries are a list's lines, which the checker's module reads.
  expect(entries).toEqual(settings.directory);
  expect(Object.keys({ ...managed, directory: entries }).sort()).toEqual(Object.keys(settings).sort());
});

it("a value that does not fit would be named", () => {
  const { problems } = readManaged({ ...settings, families_off: ["politics"] }, known);
  expect(problems).toMatchObject([{ key: "families_off", fault: "not-known" }]);
});
