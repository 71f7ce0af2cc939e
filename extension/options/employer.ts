import { fill, h } from "../shared/dom";
import type { Settings } from "../shared/settings";
import { word } from "../shared/words";
import { lockedWords, organisationName } from "../ui/locked";
import { type Area, area, button, type Context, frame, outcome, type Section, save } from "./section";

/** The names and handles by which drafts call the employer, beside those that the policy's pack knows. */
export function employerSection({ module }: Context): Section {
  const result = outcome();
  const names = area("employer-names", word("options_employer_names"), word("options_employer_names_hint"), 3);
  const handles = area("employer-handles", word("options_employer_handles"), word("options_employer_handles_hint"), 3);

  async function keep(): Promise<void> {
    const typed = ({ field }: Area): string[] | undefined => (field.disabled ? undefined : lines(field.value));
    const [named, handled] = [typed(names), typed(handles)];
    const saved = await save(result, (raw) => ({
      ...raw,
      ...(named !== undefined && { employer_names: named }),
      ...(handled !== undefined && { employer_handles: handled }),
    }));
    if (!saved) return;
    if (named !== undefined) names.saved(named.join("\n"));
    if (handled !== undefined) handles.saved(handled.join("\n"));
  }

  const given = h("div", {});
  const keeping = button(word("options_save"), () => void keep());

  function showList(field: Area, key: "employer_names" | "employer_handles", settings: Settings): void {
    const locked = settings.managed.locked?.includes(key) === true;
    field.lock(locked ? lockedWords(settings, module) : undefined);
    if (locked) field.saved((settings.managed[key] ?? []).join("\n"));
    else field.show((settings.author[key] ?? []).join("\n"));
  }

  return {
    element: frame(
      "employer",
      word("options_employer"),
      names.element,
      handles.element,
      given,
      keeping,
      result.element,
    ),
    show(settings) {
      showList(names, "employer_names", settings);
      showList(handles, "employer_handles", settings);
      keeping.hidden = names.field.disabled && handles.field.disabled;
      const { locked = [], employer_names = [], employer_handles = [] } = settings.managed;
      const added = [
        ...(locked.includes("employer_names") ? [] : employer_names),
        ...(locked.includes("employer_handles") ? [] : employer_handles),
      ];
      const name = organisationName(settings, module) ?? word("managed_organisation");
      fill(given, added.length > 0 && h("p", { class: "hint" }, word("managed_added", name, added.join(", "))));
    },
  };
}

/** What stands on each line, once. */
export function lines(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}
