import { fill, h } from "../shared/dom";
import { summaryOf } from "../shared/own-pack";
import type { PolicySummary } from "../shared/records";
import { MANAGED_PACK, OWN_PACK, type Settings } from "../shared/settings";
import { word } from "../shared/words";
import { type Choice, type Choices, choices, organisationChoices, packChoice } from "../ui/choices";
import { lockedWords } from "../ui/locked";
import { type Context, frame, outcome, type Section, save } from "./section";

/** Which organisation's policy is applied. */
export function organisationSection({ module }: Context): Section {
  const result = outcome();
  const note = h("div", {});
  const place = h("div", {});
  let field: Choices | undefined;
  let drawn = "";

  /** Drawn anew only for other policies to choose from, or the focus would be lost with each choice. */
  function draw(settings: Settings): Choices {
    const all = policyChoices(module, settings);
    const wanted = JSON.stringify(all);
    if (field !== undefined && wanted === drawn) return field;
    drawn = wanted;
    field = choices("organisation", word("options_organisation_question"), all, (organisation) => {
      void save(result, (raw) => ({ ...raw, organisation }));
    });
    fill(place, field.element);
    return field;
  }

  return {
    element: frame("organisation", word("options_organisation"), note, place, result.element),
    show(settings) {
      fill(
        note,
        settings.broken && h("p", { class: "notice" }, word("options_broken")),
        !settings.chosen && h("p", { class: "notice" }, word("options_not_chosen")),
      );
      const now = draw(settings);
      now.pick(settings.chosen ? settings.organisation.value : undefined);
      now.lock(settings.organisation.locked ? lockedWords(settings, module) : undefined);
    },
  };
}

/** The organisation's own policy first, then the author's own, then the built-in ones. */
export function policyChoices(module: Context["module"], settings: Settings): Choice[] {
  const own = (value: string, toml: string | undefined, label: string): Choice[] => {
    const policy = toml === undefined ? undefined : readPack(module, toml);
    return policy === undefined ? [] : [packChoice(value, policy, label)];
  };
  return [
    ...own(MANAGED_PACK, settings.managed.own_pack, word("options_pack_managed")),
    ...own(OWN_PACK, settings.author.pack, word("options_pack_own")),
    ...organisationChoices(module?.policies() ?? []),
  ];
}

function readPack(module: Context["module"], toml: string): PolicySummary | undefined {
  try {
    const policy = module?.policy(toml);
    return policy === undefined ? undefined : summaryOf(policy);
  } catch {
    return undefined;
  }
}
