import { fill, h } from "../shared/dom";
import { word } from "../shared/words";
import { choices, organisationChoices } from "../ui/choices";
import { type Context, frame, outcome, type Section, save } from "./section";

/** Which organisation's policy is applied. */
export function organisationSection({ module }: Context): Section {
  const result = outcome();
  const note = h("div", {});
  const all = module?.policies() ?? [];
  const field = choices(
    "organisation",
    word("options_organisation_question"),
    organisationChoices(all),
    (organisation) => {
      void save(result, (raw) => ({ ...raw, organisation }));
    },
  );
  return {
    element: frame("organisation", word("options_organisation"), note, field.element, result.element),
    show(settings) {
      fill(
        note,
        settings.broken && h("p", { class: "notice" }, word("options_broken")),
        !settings.chosen && h("p", { class: "notice" }, word("options_not_chosen")),
        settings.organisation.locked && h("p", { class: "hint" }, word("popup_locked")),
      );
      field.pick(settings.chosen ? settings.organisation.value : undefined);
      field.lock(settings.organisation.locked);
    },
  };
}
