import { fill, h } from "../shared/dom";
import type { FamilyCoverage, Policy } from "../shared/records";
import type { Settings } from "../shared/settings";
import { word } from "../shared/words";
import { severityTag } from "../ui/severity";
import { type Context, frame, outcome, type Section, save } from "./section";

/** Which concerns are looked for. What the policy is silent on cannot be switched on: there is no clause to show for it. */
export function familiesSection({ module }: Context): Section {
  const result = outcome();
  const list = h("fieldset", { class: "choices" });
  const silent = h("div", {});

  async function turn(family: string, on: boolean): Promise<void> {
    await save(result, (raw) => {
      const off = new Set(raw.off ?? []);
      if (on) off.delete(family);
      else off.add(family);
      return { ...raw, off: [...off] };
    });
  }

  function row({ family, title, severity }: FamilyCoverage, { off }: Settings): HTMLElement {
    const id = `family-${family}`;
    return h(
      "div",
      { class: "choice" },
      h("input", {
        type: "checkbox",
        id,
        checked: !off.value.includes(family),
        disabled: off.locked,
        on: { change: (event) => void turn(family, (event.currentTarget as HTMLInputElement).checked) },
      }),
      h("label", { for: id }, title, severity && " ", severity && severityTag(severity)),
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
    show(settings) {
      const policy = coverage(module, settings.organisation.value);
      // Drawn anew only for another policy or another source of change, or the focus would be lost with each tick.
      const wanted = `${policy?.id} ${settings.off.locked}`;
      if (policy !== undefined && wanted !== drawnFor) {
        drawnFor = wanted;
        fill(
          list,
          h("legend", {}, word("options_families_legend", policy.organisation)),
          policy.speaks_to.map((one) => row(one, settings)),
        );
        fill(
          silent,
          policy.silent_on.length > 0 &&
            h(
              "p",
              { class: "hint" },
              word("options_families_silent", policy.silent_on.map(({ title }) => title).join("; ")),
            ),
        );
      }
      for (const input of list.querySelectorAll("input")) {
        input.checked = !settings.off.value.includes(input.id.replace("family-", ""));
      }
    },
  };
}

function coverage(module: Context["module"], id: string): Policy | undefined {
  try {
    return module?.policy(id);
  } catch {
    return undefined;
  }
}
