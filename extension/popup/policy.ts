import { fill, h } from "../shared/dom";
import { plainLine } from "../shared/plain-line";
import type { Clause, Policy, PolicySummary } from "../shared/records";
import { counted, word } from "../shared/words";
import { contactList } from "../ui/contacts";
import { today } from "../ui/dates";
import { ageNotes, documentName } from "../ui/document";
import { silentOn } from "../ui/silence";
import { search } from "./search";

/** The whole policy to browse and search, what it is silent on, and how old it is. */
export function policySection(
  policy: Policy,
  documents: readonly PolicySummary[],
  example: boolean,
  open: boolean,
): HTMLElement {
  const contacts = contactList(policy.contacts);
  return h(
    "details",
    { class: "policy", open },
    h("summary", {}, h("h2", {}, word("popup_policy_heading"))),
    example && h("p", { class: "tag" }, word("popup_example")),
    h("p", {}, documentName(policy)),
    ...ageNotes(policy, documents, today()).map((note) => h("p", { class: "notice" }, note)),
    ...clauseSearch(policy.clauses),
    contacts && h("h3", {}, word("popup_contacts")),
    contacts,
    ...silence(policy),
  );
}

function clauseSearch(clauses: readonly Clause[]): HTMLElement[] {
  const count = h("p", { role: "status", class: "hint" });
  const list = h("div", { class: "clauses" });
  const field = h("input", {
    type: "search",
    id: "policy-search",
    autocomplete: "off",
    spellcheck: "false",
    on: { input: () => show() },
  });

  function show(): void {
    const found = search(clauses, field.value);
    count.textContent = found.length === 0 ? word("popup_search_none") : counted("popup_search_found", found.length);
    fill(list, found.map(clauseEntry));
  }
  show();
  return [h("label", { for: "policy-search" }, word("popup_search")), field, count, list];
}

function clauseEntry(clause: Clause): HTMLElement {
  const { words, lang } = plainLine(clause) ?? { words: `${clause.opening} …`, lang: "en-GB" };
  return h(
    "details",
    { class: "clause-entry" },
    h("summary", {}, h("span", { class: "section-number" }, clause.section), " ", h("span", { lang }, words)),
    h("blockquote", { lang: "en-GB" }, clause.text),
  );
}

function silence(policy: Policy): HTMLElement[] {
  const titles = silentOn(policy);
  if (titles.length === 0) return [];
  return [
    h("h3", {}, word("popup_silent")),
    h("p", { class: "hint" }, word("popup_silent_hint")),
    h("ul", { class: "plain-list" }, ...titles.map((title) => h("li", {}, title))),
  ];
}
