import { expect, it } from "vitest";
import welsh from "../_locales/cy/messages.json";
import { withFamilyTitles } from "./family-title";
import type { Policy } from "./records";
import { supplyWords } from "./words";

const of = (family: string, title: string) => ({ family, title });

it("calls families by their names in the reader's language, and one that is new by its own", () => {
  supplyWords(welsh);
  const policy = { speaks_to: [of("abuse", "Abusive language")], silent_on: [of("new", "New")], duties: [] };
  const { speaks_to, silent_on } = withFamilyTitles(policy as unknown as Policy);
  expect(speaks_to).toEqual([of("abuse", "Iaith sarhaus")]);
  expect(silent_on).toEqual([of("new", "New")]);
});
