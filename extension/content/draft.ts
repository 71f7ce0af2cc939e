import type { Draft } from "../shared/records";
import { editorOf } from "./sites/editor-kind";
import type { ComposeBox, ShownAttachment } from "./sites/site";
import { readHolder, type TextMap } from "./text-map";

/** What the page shows of a draft; organisation, capacity and bio come from the settings. */
export type PageDraft = Omit<Draft, "organisation" | "capacity" | "bio">;

export interface ReadDraft {
  draft: PageDraft;
  /** The draft's attachments with the elements that show them. */
  shown: ShownAttachment[];
  /** One for each part, in the order of the parts. */
  maps: TextMap[];
}

/** Reads a box: one text, or the parts of what is published at once. */
export function readDraft(box: ComposeBox): ReadDraft {
  const isChrome = (element: Element) => box.isChrome?.(element) === true;
  const maps = box.holders().map((holder) => readHolder(holder, editorOf(holder), { isChrome }));
  const [first] = maps;
  const words = maps.length > 1 ? { parts: maps.map(({ text }) => text) } : { text: first?.text ?? "" };
  const { attachments: shown, ...circumstances } = box.circumstances();
  const attachments = shown.map(({ shownBy: _, ...attachment }) => attachment);
  return { draft: { ...words, site: box.site, surface: box.surface, ...circumstances, attachments }, shown, maps };
}
