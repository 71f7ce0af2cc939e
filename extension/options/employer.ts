import { word } from "../shared/words";
import { area, button, frame, outcome, type Section, save } from "./section";

/** The names and handles by which drafts call the employer, beside those that the policy's pack knows. */
export function employerSection(): Section {
  const result = outcome();
  const names = area("employer-names", word("options_employer_names"), word("options_employer_names_hint"), 3);
  const handles = area("employer-handles", word("options_employer_handles"), word("options_employer_handles_hint"), 3);

  async function keep(): Promise<void> {
    const saved = await save(result, (raw) => ({
      ...raw,
      employer_names: lines(names.field.value),
      employer_handles: lines(handles.field.value),
    }));
    if (!saved) return;
    names.saved(lines(names.field.value).join("\n"));
    handles.saved(lines(handles.field.value).join("\n"));
  }

  return {
    element: frame(
      "employer",
      word("options_employer"),
      names.element,
      handles.element,
      button(word("options_save"), () => void keep()),
      result.element,
    ),
    show(settings) {
      names.show(settings.employer_names.join("\n"));
      handles.show(settings.employer_handles.join("\n"));
    },
  };
}

/** What stands on each line, once. */
export function lines(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}
