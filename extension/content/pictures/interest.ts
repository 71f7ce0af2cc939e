import type { Draft } from "../../shared/records";
import type { CheckerHost } from "../host/host";

/**
 * Whether the checker would say anything of a logo in this draft's picture: it is asked, with a made-up one. Where it
 * would not, no picture is looked at.
 */
export function createInterest(host: () => CheckerHost | undefined, signal: AbortSignal): (draft: Draft) => boolean {
  const known = new WeakMap<CheckerHost, Map<string, boolean>>();
  return ({ site, surface, organisation, capacity }) => {
    const asked = host();
    // Until the answer is there, a picture is taken to matter.
    if (asked === undefined) return true;
    if (asked.kind === "none") return false;
    const draft: Draft = { text: "", site, surface, capacity, ...(organisation !== undefined && { organisation }) };
    const key = JSON.stringify(draft);
    const answers = known.get(asked) ?? new Map<string, boolean>();
    known.set(asked, answers);
    const answer = answers.get(key);
    if (answer !== undefined) return answer;
    answers.set(key, true);
    const logo = { outcome: "shown" as const, score: 1 };
    asked
      .check({ ...draft, attachments: [{ kind: "image", logo }] }, signal)
      .then(({ findings }) => answers.set(key, findings.some(speaksOfPictures)))
      .catch(() => answers.delete(key));
    return true;
  };
}

/** The findings that rest on what a picture shows. */
export function speaksOfPictures({ family }: { family: string }): boolean {
  return family === "logo";
}
