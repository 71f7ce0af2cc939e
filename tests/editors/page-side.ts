/** What the specs call in the page: the content script's modules, and one box that they are tried on. */
import { readDraft } from "../../extension/content/draft";
import { createMarks } from "../../extension/content/highlights";
import { siteFor } from "../../extension/content/sites";
import type { ComposeBox, Found } from "../../extension/content/sites/site";
import { watchBoxes } from "../../extension/content/watch";
import { applyFix } from "../../extension/content/write";
import type { Edit, Severity } from "../../extension/shared/records";

export interface SeenBox {
  surface: string;
  editor: string;
  settle: number;
  holders: number;
  submits: number;
  suggestions: boolean;
}

export interface MarkAsked {
  part?: number;
  quote: string;
  severity?: Severity;
}

const stop = new AbortController();
const events: string[] = [];
let marks: ReturnType<typeof createMarks> | undefined;

const site = siteFor(location.hostname);
if (!site) throw new Error(`No adapter serves ${location.hostname}.`);

const watching = watchBoxes(
  site,
  {
    onBox: (found) => events.push(found.state === "ready" ? `box ${found.box.surface}` : "unknown"),
    onEdited: (box) => events.push(`edited ${box.surface}`),
    onLeft: () => events.push("left"),
  },
  stop.signal,
);

function active(): ComposeBox {
  const box = watching.activeBox();
  if (!box) throw new Error(`No box is in use. Seen: ${events.join(", ") || "nothing"}.`);
  return box;
}

const pageSide = {
  events: () => [...events],
  hasBox: () => watching.activeBox() !== undefined,
  stop: () => stop.abort(),

  box(): SeenBox {
    const box = active();
    return {
      surface: box.surface,
      editor: box.editor,
      settle: box.settle,
      holders: box.holders().length,
      submits: box.submitButtons().length,
      suggestions: box.suggestionsOpen(),
    };
  },

  boxes: () => site.boxes().map((found: Found) => (found.state === "ready" ? found.box.surface : "unknown")),
  account: () => site.account(),
  ownProfile: () => site.ownProfile() ?? null,
  draft: () => readDraft(active()).draft,
  words: () => readDraft(active()).maps.map(({ text }) => text),

  /** Marks every quote and says what text the browser's ranges lie on. */
  mark(asked: MarkAsked[]): string[] {
    const { maps } = readDraft(active());
    marks ??= createMarks(stop.signal);
    const found = asked.map(({ part = 0, quote, severity = "warn" }, index) => {
      const map = maps[part];
      const start = map?.text.indexOf(quote) ?? -1;
      if (!map || start < 0) throw new Error(`“${quote}” is not in “${map?.text}”.`);
      return { map, start, end: start + quote.length, severity, index };
    });
    const root = maps[0]?.holder.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) throw new Error("The box is not on the page.");
    marks.show(found, root);
    return [...CSS.highlights].flatMap(([name, ranges]) =>
      [...ranges].map((range) => `${name.replace("lozenge-", "")}: ${wordsIn(range as Range)}`),
    );
  },

  /** The finding marked in the middle of the first highlighted range. */
  markAtMiddle(): number | undefined {
    for (const ranges of CSS.highlights.values()) {
      for (const range of ranges) {
        const box = (range as Range).getBoundingClientRect();
        return marks?.at(box.left + box.width / 2, box.top + box.height / 2);
      }
    }
    return undefined;
  },

  /** Whether every offset leads to a place in the page and back. */
  mapRoundTrips(): string[] {
    return readDraft(active()).maps.flatMap((map) => {
      const wrong: string[] = [];
      for (let at = 0; at <= map.text.length; at++) {
        const range = map.rangeFor(at, at);
        const back = range && map.offsetOf(range.endContainer, range.endOffset);
        if (range && back !== at && !insideAtom(map.text, at)) wrong.push(`${at} came back as ${back}`);
      }
      return wrong;
    });
  },

  async replace(part: number, quote: string, text: string) {
    const { maps } = readDraft(active());
    const start = maps[part]?.text.indexOf(quote) ?? -1;
    if (start < 0) throw new Error(`“${quote}” is not in “${maps[part]?.text}”.`);
    return applyFix(active(), { label: "", edits: [{ part, start, end: start + quote.length, text }] }, maps);
  },

  async append(text: string) {
    const { maps } = readDraft(active());
    const part = maps.length - 1;
    const end = maps[part]?.text.length ?? 0;
    return applyFix(active(), { label: "", edits: [{ part, start: end, end, text }] }, maps);
  },

  apply: (edits: Edit[]) => applyFix(active(), { label: "", edits }, readDraft(active()).maps),
};

/** The words that a range shows, with pictures as their `alt`. */
function wordsIn(range: Range): string {
  const piece = range.cloneContents();
  for (const image of piece.querySelectorAll("img")) image.replaceWith(image.alt);
  return (piece.textContent ?? "").replace(/[\u200B\uFEFF]/g, "");
}

/** Places inside a character that takes two units, or inside a picture's words, lead to its start. */
function insideAtom(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) || /[\u200D\uFE0F]/.test(text.slice(at - 1, at + 1));
}

export type PageSide = typeof pageSide;
Object.assign(globalThis, { pageSide });
