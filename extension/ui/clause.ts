import { h } from "../shared/dom";
import { plainLine } from "../shared/plain-line";
import type { Clause, PolicySummary } from "../shared/records";
import { word } from "../shared/words";
import { documentName } from "./document";

/** A clause in full: our plain line first, then the document's own words and where they stand. */
export function clauseBlock(clause: Clause, document: PolicySummary | undefined, example: boolean): HTMLElement {
  const line = plainLine(clause);
  const where = word("popup_section", clause.section);
  return h(
    "figure",
    { class: "clause" },
    example && h("p", { class: "tag" }, word("popup_example")),
    line && h("p", { class: "clause-summary", lang: line.lang }, line.words),
    h("blockquote", { lang: "en-GB" }, ...paragraphs(clause.text)),
    h("figcaption", {}, document === undefined ? where : `${where}, ${documentName(document)}`),
  );
}

function paragraphs(text: string): HTMLElement[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => h("p", {}, part.trim()));
}
