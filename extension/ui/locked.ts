import type { CheckerModule } from "../shared/checker-module";
import { policyInForce } from "../shared/own-pack";
import type { Settings } from "../shared/settings";
import { word } from "../shared/words";

/** The organisation that made the settings, as its staff know it; `undefined` where it does not say. */
export function organisationName(settings: Settings, module: CheckerModule | undefined): string | undefined {
  if (settings.managed.organisation_name !== undefined) return settings.managed.organisation_name;
  return settings.organisation.from === "managed" ? policyInForce(module, settings)?.organisation : undefined;
}

/** Why something cannot be changed here. */
export function lockedWords(settings: Settings, module: CheckerModule | undefined): string {
  const name = organisationName(settings, module);
  return name === undefined ? word("popup_locked") : word("locked_by", name);
}
