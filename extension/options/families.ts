import { fill, h } from "../shared/dom";
import { policyInForce } from "../shared/own-pack";
import type { FamilyCoverage, Policy } from "../shared/records";
import type { Settings, Strengths } from "../shared/settings";
import { word } from "../shared/words";
import { lockedWords } from "../ui/locked";
import { severityTag } from "../ui/severity";
import { silentOn } from "../ui/silence";
import { type Context, frame, outcome, type Section, save } from "./section";

const STRENGTHS = ["policy", "stricter", "milder"] as const;
type Strength = (typeof STRENGTHS)[number];

/**
 * Which concerns are looked for, and how hard. What the policy is silent on cannot be switched on: there is no clause
 * to show for it. What the policy or the organisation keeps on can be neither switched off nor softened.
 */
export function familiesSection({ module }: Context): Section {
  const result = outcome();
  const list = h("fieldset", { class: "choices" });
  const silent = h("div", {});
  let settings: Settings | undefined;

  async function turn(family: string, on: boolean): Promise<void> {
    const now = settings?.off.value ?? [];
    const off = on ? now.filter((other) => other !== family) : [...now, family];
    await save(result, (raw) => ({ ...raw, off }));
  }

  async function strengthen(family: string, strength: string): Promise<void> {
    const { stricter = [], milder = [] }: Partial<Strengths> = settings?.strengths.value ?? {};
    const others = (families: string[]): string[] => families.filter((other) => other !== family);
    await save(result, (raw) => ({
      ...raw,
      stricter: strength === "stricter" ? [...others(stricter), family] : others(stricter),
      milder: strength === "milder" ? [...others(milder), family] : others(milder),
    }));
  }

  function row(one: FamilyCoverage, now: Settings, policy: Policy): HTMLElement {
    const { family, title, severity } = one;
    const id = `family-${family}`;
    const why = reasons(family, now, policy, module);
    return h(
      "div",
      { class: "choice family" },
      h("input", {
        type: "checkbox",
        id,
        "data-family": family,
        disabled: why.off !== undefined,
        "aria-describedby": why.off !== undefined && `${id}-why`,
        on: { change: (event) => void turn(family, (event.currentTarget as HTMLInputElement).checked) },
      }),
      h("label", { for: id }, title, severity && " ", severity && severityTag(severity)),
      h(
        "select",
        {
          "data-family": family,
          "aria-label": word("options_strength", title),
          disabled: why.strength !== undefined,
          "aria-describedby": why.strength !== undefined && `${id}-why`,
          on: { change: (event) => void strengthen(family, (event.currentTarget as HTMLSelectElement).value) },
        },
        ...STRENGTHS.filter((strength) => strength !== "milder" || !why.kept).map((strength) =>
          h("option", { value: strength }, word(`options_strength_${strength}`)),
        ),
      ),
      (why.off ?? why.strength) !== undefined &&
        h("p", { class: "hint locked", id: `${id}-why` }, why.off ?? why.strength),
    );
  }

  let drawnFor = "";
  return {
    element: frame(
      "families",
      word("options_families"),
      h("p", {}, word("options_families_hint")),
      list,
      silent,
      result.element,
    ),
    show(now) {
      settings = now;
      const policy = policyInForce(module, now);
      // Drawn anew only for another policy or another word of the organisation's, or the focus would be lost with each tick.
      const wanted = JSON.stringify([policy?.id, now.pack?.length, now.managed]);
      if (policy !== undefined && wanted !== drawnFor) {
        drawnFor = wanted;
        fill(
          list,
          h("legend", {}, word("options_families_legend", policy.organisation)),
          policy.speaks_to.map((one) => row(one, now, policy)),
        );
        fill(
          silent,
          silentOn(policy).length > 0 &&
            h("p", { class: "hint" }, word("options_families_silent", silentOn(policy).join("; "))),
        );
      }
      for (const input of list.querySelectorAll("input")) {
        input.checked = isOn(input.dataset.family ?? "", now, policy);
      }
      for (const select of list.querySelectorAll("select")) {
        select.value = strengthOf(select.dataset.family ?? "", now, policy);
      }
    },
  };
}

/** What the author may not change of a family, and why. */
function reasons(
  family: string,
  settings: Settings,
  policy: Policy,
  module: Context["module"],
): { off?: string; strength?: string; kept: boolean } {
  const locked = lockedWords(settings, module);
  if (settings.managed.emergency_families_off?.includes(family) === true) {
    return { off: word("options_family_emergency"), strength: locked, kept: false };
  }
  const kept = isKept(family, settings, policy);
  return {
    kept,
    ...(settings.off.locked ? { off: locked } : kept && { off: word("options_family_kept") }),
    ...(settings.strengths.locked && { strength: locked }),
  };
}

function isKept(family: string, { managed }: Settings, policy: Policy | undefined): boolean {
  return policy?.keep_on.includes(family) === true || managed.families_kept_on?.includes(family) === true;
}

/** The checker has the last word; this shows what it does. */
function isOn(family: string, settings: Settings, policy: Policy | undefined): boolean {
  const { off, managed } = settings;
  if (managed.emergency_families_off?.includes(family) === true) return false;
  return !off.value.includes(family) || (off.from === "author" && isKept(family, settings, policy));
}

function strengthOf(family: string, settings: Settings, policy: Policy | undefined): Strength {
  const { strengths } = settings;
  if (strengths.value.stricter.includes(family)) return "stricter";
  const kept = strengths.from === "author" && isKept(family, settings, policy);
  return strengths.value.milder.includes(family) && !kept ? "milder" : "policy";
}
