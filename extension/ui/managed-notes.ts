import type { CheckerModule } from "../shared/checker-module";
import { h } from "../shared/dom";
import type { ManagedProblem } from "../shared/managed/read";
import type { Settings } from "../shared/settings";
import { counted, word } from "../shared/words";
import { organisationName } from "./locked";

/** What an author should know of the organisation's settings: whose they are, and what of them does not fit. */
export function managedNotes(settings: Settings, module: CheckerModule | undefined): HTMLElement[] {
  const name = organisationName(settings, module) ?? word("managed_organisation");
  const { managed, managed_problems: problems } = settings;
  const notes = [
    ...(managed.try_out === true ? [word("managed_try_out", name)] : []),
    ...(managed.keep_nothing === true ? [word("managed_keep_nothing", name)] : []),
  ];
  return [
    ...notes.map((note) => h("p", { class: "notice" }, note)),
    ...(problems.length === 0
      ? []
      : [
          h(
            "div",
            { class: "notice managed-problems" },
            h("p", {}, counted("managed_problems", problems.length, name)),
            h("ul", {}, ...problems.map((problem) => h("li", {}, problemWords(problem)))),
          ),
        ]),
  ];
}

function problemWords({ key, fault, detail }: ManagedProblem): string {
  const words = `managed_fault_${fault.replaceAll("-", "_")}`;
  return detail === undefined ? word(words, key) : word(`${words}_entry`, key, detail);
}
