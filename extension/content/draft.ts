import type { Attachment, Draft } from "../shared/records";
import { editorOf } from "./sites/editor-kind";
import type { ComposeBox, ShownAttachment } from "./sites/site";
import { readHolder, type TextMap } from "./text-map";

/** What the page shows of a draft; organisation, capacity and bio come from the settings. */
export type PageDraft = Omit<Draft, "organisation" | "capacity" | "bio">;

export interface ReadDraft {
  draft: PageDraft;
  /** One for each part, in the order of the parts. */
  maps: TextMap[];
}

/** Reads a box: one text, or the parts of what is published at once; `pictures` says what is known of what goes with it, where that matters. */
export function readDraft(
  box: ComposeBox,
  pictures?: (shown: readonly ShownAttachment[], around: PageDraft) => Attachment[] | undefined,
): ReadDraft {
  const isChrome = (element: Element) => box.isChrome?.(element) === true;
  const maps = box.holders().map((holder) => readHolder(holder, editorOf(holder), { isChrome }));
  const [first] = maps;
  const words = maps.length > 1 ? { parts: maps.map(({ text }) => text) } : { text: first?.text ?? "" };
  const { attachments: shown, ...circumstances } = box.circumstances();
  const around = { ...words, site: box.site, surface: box.surface, ...circumstances };
  const attachments = pictures?.(shown, around) ?? shown.map(({ shownBy: _, ...attachment }) => attachment);
  return { draft: { ...around, attachments }, maps };
}
