import { plainLine } from "../shared/plain-line";
import type { Clause } from "../shared/records";

/** The clauses that hold every word asked for, in the document's order. */
export function search(clauses: readonly Clause[], query: string): Clause[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...clauses];
  return clauses.filter((clause) => {
    const text = fold(`${clause.section} ${plainLine(clause)?.words ?? ""} ${clause.summary ?? ""} ${clause.text}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** So that a search does not hang on capitals, accents or the shape of an apostrophe. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
}
