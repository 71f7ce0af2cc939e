import { fill, h } from "../shared/dom";
import { SITES } from "../shared/managed/read";
import type { Settings } from "../shared/settings";
import { word } from "../shared/words";
import { lockedWords } from "../ui/locked";
import { type Context, frame, outcome, type Section, save } from "./section";

/** Where drafts are read, and whether a picked reason lets a stop go. */
export function holdingSection({ module }: Context): Section {
  const result = outcome();
  const sites = switches("sites", word("options_sites"));
  const reason = switches("reasons", word("options_stops"));
  let settings: Settings | undefined;

  async function turnSite(site: string, on: boolean): Promise<void> {
    const now = settings?.sites_off.value ?? [];
    const off = on ? now.filter((other) => other !== site) : [...now, site];
    await save(result, (raw) => ({ ...raw, sites_off: off }));
  }

  const siteInputs = SITES.map((site) =>
    sites.add(`site-${site}`, word(`site_${site}`), (on) => void turnSite(site, on)),
  );
  const override = reason.add(
    "stop-override",
    word("options_stop_override"),
    (on) => void save(result, (raw) => ({ ...raw, final_stops: !on })),
  );

  return {
    element: frame("holding", word("options_holding"), sites.element, reason.element, result.element),
    show(now) {
      settings = now;
      const locked = lockedWords(now, module);
      const urgent = now.managed.emergency_sites_off ?? [];
      for (const [index, site] of SITES.entries()) {
        const input = siteInputs[index];
        if (input === undefined) continue;
        input.checked = !now.sites_off.value.includes(site);
        input.disabled = now.sites_off.locked || urgent.includes(site);
      }
      const names = urgent.map((site) => word(`site_${site}`)).join(", ");
      sites.explain(
        now.sites_off.locked ? locked : urgent.length > 0 ? word("options_site_emergency", names) : undefined,
      );
      override.checked = !now.final_stops.value;
      override.disabled = now.final_stops.locked;
      reason.explain(now.final_stops.locked ? locked : undefined);
    },
  };
}

interface Switches {
  element: HTMLElement;
  add(id: string, label: string, turned: (on: boolean) => void): HTMLInputElement;
  /** Why something here cannot be changed. */
  explain(reason: string | undefined): void;
}

function switches(name: string, legend: string): Switches {
  const why = h("div", { id: `${name}-why` });
  const element = h("fieldset", { class: "choices", "aria-describedby": `${name}-why` }, h("legend", {}, legend), why);
  return {
    element,
    add(id, label, turned) {
      const input = h("input", { type: "checkbox", id, on: { change: () => turned(input.checked) } });
      element.append(h("div", { class: "choice" }, input, h("label", { for: id }, label)));
      return input;
    },
    explain: (reason) => fill(why, reason !== undefined && h("p", { class: "hint locked" }, reason)),
  };
}
