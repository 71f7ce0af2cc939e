import type { CheckerModule } from "../shared/checker-module";
import { h } from "../shared/dom";
import type { Capacity, PolicySummary } from "../shared/records";
import type { Settings } from "../shared/settings";
import { word } from "../shared/words";
import { lockedWords } from "../ui/locked";
import { managedNotes } from "../ui/managed-notes";

/** Whose policy and which capacity the draft is read under, and the way to change them. */
export function inForce(
  settings: Settings,
  capacity: Capacity,
  document: PolicySummary | undefined,
  module: CheckerModule | undefined,
): HTMLElement {
  return h(
    "section",
    { class: "in-force", "aria-labelledby": "in-force" },
    h("h2", { id: "in-force" }, word("popup_in_force")),
    settings.broken && h("p", { class: "notice" }, word("popup_broken")),
    !settings.chosen && h("p", { class: "notice" }, word("popup_not_chosen")),
    h(
      "dl",
      {},
      h("dt", {}, word("popup_organisation")),
      h("dd", {}, document?.organisation ?? settings.organisation.value),
      h("dt", {}, word("popup_capacity")),
      h("dd", {}, word(`popup_capacity_${capacity}`)),
    ),
    settings.organisation.locked && h("p", { class: "hint" }, lockedWords(settings, module)),
    ...managedNotes(settings, module),
    h(
      "button",
      { type: "button", class: "secondary", on: { click: () => openSettings(settings.chosen && !settings.broken) } },
      word(settings.chosen ? "popup_change" : "popup_choose"),
    ),
  );
}

function openSettings(known: boolean): void {
  if (known) void chrome.runtime.openOptionsPage();
  else void chrome.tabs.create({ url: chrome.runtime.getURL("first-run/first-run.html") });
  window.close();
}
