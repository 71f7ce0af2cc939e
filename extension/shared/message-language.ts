import type { Finding } from "./records";
import { word } from "./words";

/** What language a finding's message is in: the reader's, but for an organisation's own rule, whose words are the policy's. */
export function languageOf({ family }: Pick<Finding, "family">): string {
  return family === "own-rule" ? "en-GB" : word("language");
}
