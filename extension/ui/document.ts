import type { PolicySummary } from "../shared/records";
import { word } from "../shared/words";
import { readable } from "./dates";

/** A document by its title, organisation and, where it states them, version and date. */
export function documentName(policy: PolicySummary): string {
  return `${policy.title} (${[policy.organisation, ...edition(policy)].join(", ")})`;
}

/** The version and date that a document states of itself; many state neither. */
export function edition({ version, issued }: PolicySummary): string[] {
  return [version === undefined ? "" : word("popup_version", version), issued ?? ""].filter((fact) => fact !== "");
}

/** What a reader should know of a document's age. ISO dates order as text. */
export function ageNotes(policy: PolicySummary, all: readonly PolicySummary[], today: string): string[] {
  const notes: string[] = [];
  const newer = all.find((other) => other.id === policy.superseded_by);
  if (newer !== undefined) notes.push(word("popup_superseded", documentName(newer)));
  if (policy.review_due !== undefined && policy.review_due < today) {
    notes.push(word("popup_review_passed", readable(policy.review_due)));
  }
  return notes;
}
