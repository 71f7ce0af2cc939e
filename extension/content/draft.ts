import type { Draft } from "../shared/records";
import { siteFor } from "./sites";
import { editorOf } from "./sites/editor-kind";
import type { ComposeBox } from "./sites/site";
import { readHolder, type TextMap } from "./text-map";

/** What the page shows of a draft; organisation, capacity and bio come from the settings. */
export type PageDraft = Omit<Draft, "organisation" | "capacity" | "bio">;

export interface ReadDraft {
  draft: PageDraft;
  /** One for each part, in the order of the parts. */
  maps: TextMap[];
}

/** Reads a box: one text, or the parts of what is published at once. */
export function readDraft(box: ComposeBox): ReadDraft {
  const isChrome = (element: Element) => box.isChrome?.(element) === true;
  const maps = box.holders().map((holder) => readHolder(holder, editorOf(holder), { isChrome }));
  const [first] = maps;
  const words = maps.length > 1 ? { parts: maps.map(({ text }) => text) } : { text: first?.text ?? "" };
  const site = siteFor(location.hostname)?.id ?? "other";
  return { draft: { ...words, site, surface: box.surface, ...box.circumstances() }, maps };
}
