import { expect, it } from "vitest";
import type { Clause } from "../shared/records";
import { search } from "./search";

const clauses: Clause[] = [
  {
    policy: "p",
    id: "a",
    section: "3.1",
    opening: "",
    text: "Don’t use the organisation’s logo.",
    summary: "No logo.",
  },
  {
    policy: "p",
    id: "b",
    section: "3.2",
    opening: "",
    text: "Patients and their relatives.",
    summary: "Keep it private.",
  },
];

it("shows everything while nothing is asked", () => {
  expect(search(clauses, "  ")).toEqual(clauses);
});

it("wants every word, wherever it stands in the clause", () => {
  expect(search(clauses, "private PATIENTS").map(({ id }) => id)).toEqual(["b"]);
  expect(search(clauses, "private logo")).toEqual([]);
});

it("finds a section by its number", () => {
  expect(search(clauses, "3.1").map(({ id }) => id)).toEqual(["a"]);
});

it("does not mind which apostrophe is typed", () => {
  expect(search(clauses, "don't")).toHaveLength(1);
});
