import { h } from "../shared/dom";
import { languageOf } from "../shared/message-language";
import type { Finding, Policy, PolicySummary } from "../shared/records";
import { word } from "../shared/words";
import { clauseBlock } from "./clause";
import { contactList, contactsFor } from "./contacts";
import { severityTag } from "./severity";

export interface FindingContext {
  /** The policy in force, for its contacts. */
  policy: Policy | undefined;
  documents: readonly PolicySummary[];
  /** True until an organisation was chosen. */
  example: boolean;
  /** Puts the caret at the finding in the page; absent where there is no page. */
  show?: () => void;
}

/** One finding in full: how serious, what was found, every clause that speaks to it, and whom to ask. */
export function findingBlock(finding: Finding, context: FindingContext): HTMLElement {
  const quotes = [...new Set([...finding.spans, ...finding.why].map(({ quote }) => quote.trim()))].filter(
    (quote) => quote !== "",
  );
  const contacts = contactList(contactsFor(context.policy?.contacts ?? [], finding.family));
  return h(
    "article",
    { class: `finding finding-${finding.severity}` },
    h("h3", {}, severityTag(finding.severity), " ", h("span", { lang: languageOf(finding) }, finding.message)),
    quotes.length > 0 &&
      h(
        "p",
        { class: "evidence" },
        `${word("popup_evidence")} `,
        ...separated(quotes.map((quote) => h("q", { dir: "auto" }, quote))),
      ),
    context.show !== undefined &&
      h("button", { type: "button", class: "secondary small", on: { click: context.show } }, word("popup_show")),
    ...finding.clauses.map((clause) =>
      clauseBlock(
        clause,
        context.documents.find((document) => document.id === clause.policy),
        context.example,
      ),
    ),
    contacts && h("h4", {}, word("popup_contacts_for")),
    contacts,
  );
}

function separated(items: readonly HTMLElement[]): (Node | string)[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [", ", item]));
}
