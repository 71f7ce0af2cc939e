import type { Policy } from "../shared/records";

/** A policy that lists no words of its own is not silent on a concern: it has none. */
const OWN_RULE = "own-rule";

/** What a policy says nothing on, by title. */
export function silentOn({ silent_on }: Policy): string[] {
  return silent_on.filter(({ family }) => family !== OWN_RULE).map(({ title }) => title);
}
