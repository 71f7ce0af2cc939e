import { icon } from "../content/card/icons";
import { h } from "../shared/dom";
import type { Severity } from "../shared/records";
import { word } from "../shared/words";

/** A severity as a shape and a word, so that its colour never says anything alone. */
export function severityTag(severity: Severity): HTMLElement {
  return h("span", { class: `severity severity-${severity}` }, icon(severity), word(`card_severity_${severity}`));
}
