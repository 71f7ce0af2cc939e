import { type Child, h } from "../shared/dom";
import type { Capacity, PolicySummary } from "../shared/records";
import { word } from "../shared/words";
import { today } from "./dates";
import { ageNotes, edition } from "./document";

export interface Choice {
  value: string;
  label: string;
  hints: readonly string[];
}

export interface Choices {
  element: HTMLFieldSetElement;
  /** What is picked, or undefined. */
  picked(): string | undefined;
  pick(value: string | undefined): void;
  /** With a reason nothing can be picked, and the reason stands beside the question. */
  lock(reason: string | undefined): void;
  /** Shows what is wrong beside the field; undefined takes it away. */
  fault(message: string | undefined): void;
}

/** A question with one answer, as radio buttons with a hint each. */
export function choices(
  name: string,
  legend: Child,
  all: readonly Choice[],
  change?: (value: string) => void,
): Choices {
  const fault = h("p", { class: "fault", id: `${name}-fault`, hidden: true });
  const inputs = all.map(({ value, hints }, index) =>
    h("input", {
      type: "radio",
      name,
      value,
      id: `${name}-${index}`,
      "aria-describedby": hints.length > 0 ? `${name}-${index}-hint` : undefined,
      on: { change: () => change?.(value) },
    }),
  );
  const rows = all.map(({ label, hints }, index) =>
    h(
      "div",
      { class: "choice" },
      inputs[index],
      h("label", { for: `${name}-${index}` }, label),
      hints.length > 0 &&
        h("div", { class: "hint", id: `${name}-${index}-hint` }, ...hints.map((hint) => h("p", {}, hint))),
    ),
  );
  const lockNote = h("p", { class: "hint locked", id: `${name}-locked`, hidden: true });
  const element = h("fieldset", { class: "choices" }, h("legend", {}, legend), lockNote, fault, ...rows);
  const describe = (): void => {
    const ids = [lockNote, fault].filter(({ hidden }) => !hidden).map(({ id }) => id);
    if (ids.length === 0) element.removeAttribute("aria-describedby");
    else element.setAttribute("aria-describedby", ids.join(" "));
  };
  return {
    element,
    picked: () => inputs.find((input) => input.checked)?.value,
    pick(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
    lock(reason) {
      for (const input of inputs) input.disabled = reason !== undefined;
      lockNote.hidden = reason === undefined;
      lockNote.textContent = reason ?? "";
      describe();
    },
    fault(message) {
      fault.hidden = message === undefined;
      fault.textContent = message ?? "";
      element.classList.toggle("at-fault", message !== undefined);
      describe();
    },
  };
}

/** The choice of a policy that is not a built-in one; `label` tells whose it is. */
export function packChoice(value: string, policy: PolicySummary, label: string): Choice {
  return { value, label: [policy.organisation, ...edition(policy)].join(", "), hints: [label, policy.title] };
}

/** Documents that another one replaced come last: few readers want them. */
export function organisationChoices(all: readonly PolicySummary[]): Choice[] {
  const replaced = ({ superseded_by }: PolicySummary): number => (superseded_by === undefined ? 0 : 1);
  return [...all]
    .sort((a, b) => replaced(a) - replaced(b))
    .map((policy) => ({ value: policy.id, label: labelFor(policy, all), hints: hintsFor(policy, all) }));
}

/** An organisation with two documents is named with each one's date, or a reader could not tell them apart. */
function labelFor(policy: PolicySummary, all: readonly PolicySummary[]): string {
  return (isAlone(policy, all) ? [policy.organisation] : [policy.organisation, ...edition(policy)]).join(", ");
}

function hintsFor(policy: PolicySummary, all: readonly PolicySummary[]): string[] {
  const title = isAlone(policy, all) ? [policy.title, ...edition(policy)] : [policy.title];
  return [title.join(", "), ...ageNotes(policy, all, today())];
}

function isAlone(policy: PolicySummary, all: readonly PolicySummary[]): boolean {
  return all.every((other) => other === policy || other.organisation !== policy.organisation);
}

export function capacityChoices(): Choice[] {
  const all: readonly Capacity[] = ["personal", "professional", "official"];
  return all.map((capacity) => ({
    value: capacity,
    label: word(`popup_capacity_${capacity}`),
    hints: [word(`options_capacity_${capacity}_hint`)],
  }));
}
