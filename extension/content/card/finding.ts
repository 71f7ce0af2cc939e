import { h } from "../../shared/dom";
import { plainLine } from "../../shared/plain-line";
import type { Clause, PolicySummary } from "../../shared/records";
import { word } from "../../shared/words";
import { button } from "./button";
import type { CardActions } from "./card";
import { icon } from "./icons";
import { pictureFigure } from "./picture";
import { type CardFinding, type CardView, REASONS } from "./view";

/** More would push the clause out of sight. */
const MOST_PICTURES = 3;

/** One finding in the card: how hard, what, where in the text, which clause, and what can be done. */
export function findingItem(finding: CardFinding, view: CardView, actions: CardActions): HTMLLIElement {
  const key = `finding-${finding.index}`;
  return h(
    "li",
    { class: `finding ${finding.severity}`, "data-index": String(finding.index) },
    h(
      "h3",
      { class: "message", tabindex: "-1", "data-key": key },
      h("span", { class: "severity" }, icon(finding.severity), word(`card_severity_${finding.severity}`)),
      h("span", { class: "hidden" }, ": "),
      h("span", { dir: "auto", lang: finding.lang }, finding.message),
    ),
    ...(finding.pictures ?? []).slice(0, MOST_PICTURES).map(pictureFigure),
    finding.quotes.length > 0 && quotes(finding, view, actions),
    // What mends it stands before what explains it: on a small screen the clauses fill the card.
    h(
      "div",
      { class: "buttons" },
      ...finding.fixes.map((label, place) =>
        button(`${key}-fix-${place}`, "action", () => actions.fix(finding.index, place), label),
      ),
      finding.severity !== "stop" &&
        button(
          `${key}-dismiss`,
          "action quiet",
          () => actions.dismiss(finding.index),
          word("card_dismiss"),
          h("span", { class: "hidden", lang: finding.lang }, `: ${finding.message}`),
        ),
    ),
    finding.copy !== undefined && copyBlock(finding.copy.why, finding.copy.words),
    ...finding.clauses.map(({ clause, document }, place) =>
      clauseBlock(clause, document, view, `${key}-clause-${place}`),
    ),
    finding.severity === "stop" && view.state === "held" && !view.final && reasons(finding, actions),
  );
}

function quotes(finding: CardFinding, view: CardView, actions: CardActions): HTMLElement {
  return h(
    "ul",
    { class: "quotes", "aria-label": word("card_quotes") },
    ...finding.quotes.map((quote, place) => {
      const words = h("q", { dir: "auto" }, quote);
      return h(
        "li",
        {},
        view.quotesSelect
          ? button(
              `finding-${finding.index}-quote-${place}`,
              "quote",
              () => actions.choose(finding.index, place),
              h("span", { class: "hidden" }, `${word("card_quote_select")}: `),
              words,
            )
          : words,
      );
    }),
  );
}

function clauseBlock(clause: Clause, document: PolicySummary | undefined, view: CardView, key: string): HTMLElement {
  const line = plainLine(clause);
  const title = document === undefined ? clause.policy : `${document.title}, ${document.organisation}`;
  const stated = [
    document?.version === undefined ? "" : word("card_version", document.version),
    document?.issued ?? "",
  ].filter((fact) => fact !== "");
  return h(
    "div",
    { class: "clause" },
    view.example && h("p", { class: "example" }, word("card_example")),
    h(
      "p",
      { class: "source" },
      title,
      stated.length > 0 && ` (${stated.join(", ")})`,
      h("br"),
      h("strong", {}, word("card_section", clause.section)),
    ),
    line && h("p", { lang: line.lang }, line.words),
    h(
      "details",
      { "data-details": key },
      h(
        "summary",
        { "data-key": key },
        h("span", {}, word("card_clause_full")),
        h("span", { class: "hidden", lang: "en-GB" }, `: ${clause.opening}`),
      ),
      h("blockquote", { lang: "en-GB" }, clause.text),
    ),
  );
}

function copyBlock(why: "differs" | "refused", words: string): HTMLElement {
  return h("div", { class: "copy" }, h("p", {}, word(`card_fix_${why}`)), h("blockquote", { dir: "auto" }, words));
}

function reasons(finding: CardFinding, actions: CardActions): HTMLElement {
  return h(
    "fieldset",
    { class: "reasons" },
    h("legend", {}, word("card_reasons")),
    ...REASONS.map((reason) => {
      const input = h("input", {
        type: "radio",
        name: `reason-${finding.index}`,
        value: reason,
        "data-key": `finding-${finding.index}-reason-${reason}`,
      });
      input.checked = finding.reason === reason;
      input.addEventListener("change", () => actions.reason(finding.index, reason));
      return h("label", {}, input, h("span", {}, word(`card_reason_${reason.replace("-", "_")}`)));
    }),
  );
}
