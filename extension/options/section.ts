import type { CheckerModule } from "../shared/checker-module";
import { type Child, h } from "../shared/dom";
import { type RawSettings, type Settings, saveSettings } from "../shared/settings";
import { word } from "../shared/words";

/** One part of the options page: its element, and how it shows settings that were changed anywhere. */
export interface Section {
  element: HTMLElement;
  show(settings: Settings): void;
}

/** What every section is given. */
export interface Context {
  module: CheckerModule | undefined;
}

/** The line under a section that says what became of the last change. */
export interface Outcome {
  element: HTMLElement;
  say(message: string): void;
  fail(message: string): void;
}

export function outcome(): Outcome {
  // Both are there before their words, or a screen reader would not hear them.
  const good = h("p", { class: "outcome", role: "status" });
  const bad = h("p", { class: "fault", role: "alert" });
  return {
    element: h("div", { class: "outcomes" }, good, bad),
    say(message) {
      bad.textContent = "";
      good.textContent = message;
    },
    fail(message) {
      good.textContent = "";
      bad.textContent = message;
    },
  };
}

/** Saves and says so, or says why not. Tells whether it was saved. */
export async function save(
  to: Outcome,
  change: (raw: RawSettings) => RawSettings,
  saved = word("options_saved"),
): Promise<boolean> {
  const result = await saveSettings(change);
  if (result.ok) to.say(saved);
  else to.fail(word(`options_${result.code.replace("-", "_")}`));
  return result.ok;
}

export function frame(id: string, heading: string, ...children: Child[]): HTMLElement {
  return h(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    h("h2", { id: `${id}-heading` }, heading),
    ...children,
  );
}

export interface Area {
  element: HTMLElement;
  field: HTMLTextAreaElement;
  /** Shows what is stored, unless the author has typed something that is not saved yet. */
  show(stored: string): void;
  /** This is stored now, whatever was typed. */
  saved(stored: string): void;
  /** With a reason nothing can be typed, and the reason stands beside the field. */
  lock(reason: string | undefined): void;
}

/** A labelled text area with a hint. */
export function area(id: string, label: string, hint: string, rows: number): Area {
  let unsaved = false;
  const typed = (): void => {
    unsaved = true;
  };
  const lockNote = h("p", { class: "hint locked", id: `${id}-locked`, hidden: true });
  const field = h("textarea", {
    id,
    rows,
    spellcheck: "false",
    "aria-describedby": `${id}-hint ${id}-locked`,
    on: { input: typed },
  });
  return {
    field,
    element: h(
      "div",
      { class: "field" },
      h("label", { for: id }, label),
      h("p", { class: "hint", id: `${id}-hint` }, hint),
      lockNote,
      field,
    ),
    show(stored) {
      if (!unsaved) field.value = stored;
    },
    saved(stored) {
      unsaved = false;
      field.value = stored;
    },
    lock(reason) {
      field.disabled = reason !== undefined;
      lockNote.hidden = reason === undefined;
      lockNote.textContent = reason ?? "";
    },
  };
}

export function button(
  label: string,
  press: () => void,
  look: "primary" | "secondary" | "warning" = "primary",
): HTMLButtonElement {
  return h("button", { type: "button", class: look, on: { click: press } }, label);
}
