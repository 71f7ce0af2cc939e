import type { Clause } from "./records";
import { summaryKey } from "./summary-key";
import { language, word } from "./words";

/** A clause in one plain line of ours, and the language that it is in. */
export interface PlainLine {
  words: string;
  lang: "cy" | "en-GB";
}

/** In Welsh where the reader is Welsh and there is a line: the pack's own, or the one that comes with Lozenge. */
export function plainLine({ summary, summary_cy }: Pick<Clause, "summary" | "summary_cy">): PlainLine | undefined {
  if (summary === undefined) return undefined;
  if (language() === "cy") {
    const key = summaryKey(summary);
    const words = summary_cy ?? word(key);
    if (words !== key) return { words, lang: "cy" };
  }
  return { words: summary, lang: "en-GB" };
}
