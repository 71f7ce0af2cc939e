import type { Policy } from "./records";
import { word } from "./words";

/** A policy whose families are called as the reader's language calls them; a family that is new keeps its own title. */
export function withFamilyTitles(policy: Policy): Policy {
  const translated = <T extends { family: string; title: string }>(one: T): T => {
    const key = `family_${one.family.replaceAll("-", "_")}`;
    const words = word(key);
    return { ...one, title: words === key ? one.title : words };
  };
  return {
    ...policy,
    speaks_to: policy.speaks_to.map(translated),
    silent_on: policy.silent_on.map(translated),
    duties: policy.duties.map(translated),
  };
}
