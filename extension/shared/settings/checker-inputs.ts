import type { CheckerOptions } from "../records";
import type { Settings } from "../settings";
import { language } from "../words";

/** What a checker is made of. */
export interface CheckerInputs {
  /** The id of a built-in policy, or the TOML of another. */
  pack: string;
  options: CheckerOptions;
}

/**
 * Hands the checker what holds, told apart by who said it: the organisation's word goes before the author's, and
 * which of the two may do what is the checker's to judge. `lists` are those that `settings.directories` names.
 */
export function checkerInputs(settings: Settings, lists: Uint8Array[] = []): CheckerInputs {
  const { employer_names, employer_handles, off, strengths, final_stops, managed } = settings;
  const { stricter, milder } = strengths.value;
  const author = {
    ...(off.from === "author" && { off: off.value }),
    ...(strengths.from === "author" && { stricter, milder }),
    ...(final_stops.from === "author" && { final_stops: final_stops.value }),
  };
  return {
    pack: settings.pack ?? settings.organisation.value,
    options: {
      directory: { lists, employer_names, employer_handles },
      ...author,
      organisation: {
        off: [...(off.from === "managed" ? off.value : []), ...(managed.emergency_families_off ?? [])],
        ...(strengths.from === "managed" && { stricter, milder }),
        keep_on: managed.families_kept_on ?? [],
        final_stops: final_stops.from === "managed" && final_stops.value,
        try_out: managed.try_out ?? false,
      },
      language: language(),
    },
  };
}
