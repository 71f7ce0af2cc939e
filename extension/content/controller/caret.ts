import { focusedElement } from "../dom";
import { selectionOf } from "../selection";
import { isField, type TextMap } from "../text-map";

/** Where the author was writing, by offsets: editors draw their text anew when they lose focus, and nodes do not survive it. */
export interface Caret {
  part: number;
  start: number;
  end: number;
}

export function readCaret(holders: readonly HTMLElement[], maps: readonly TextMap[]): Caret | undefined {
  const active = focusedElement();
  for (const [part, holder] of holders.entries()) {
    if (isField(holder)) {
      if (holder !== active) continue;
      return { part, start: holder.selectionStart ?? 0, end: holder.selectionEnd ?? 0 };
    }
    const selection = selectionOf(holder);
    const map = maps[part];
    if (selection?.anchorNode == null || selection.focusNode == null || map === undefined) continue;
    if (!holder.contains(selection.anchorNode) || !holder.contains(selection.focusNode)) continue;
    const start = map.offsetOf(selection.anchorNode, selection.anchorOffset);
    const end = map.offsetOf(selection.focusNode, selection.focusOffset);
    if (start !== undefined && end !== undefined) return { part, start, end };
  }
  return undefined;
}

/** Gives focus and caret back; without a caret the first holder gets the focus alone. */
export function giveCaret(caret: Caret | undefined, holders: readonly HTMLElement[], maps: readonly TextMap[]): void {
  const holder = holders[caret?.part ?? 0];
  if (holder === undefined) return;
  holder.focus({ preventScroll: true });
  if (caret === undefined) return;
  if (isField(holder)) {
    holder.setSelectionRange(Math.min(caret.start, caret.end), Math.max(caret.start, caret.end));
    return;
  }
  const map = maps[caret.part];
  const start = map?.rangeFor(caret.start, caret.start);
  const end = map?.rangeFor(caret.end, caret.end);
  if (start === undefined || end === undefined) return;
  selectionOf(holder)?.setBaseAndExtent(start.startContainer, start.startOffset, end.startContainer, end.startOffset);
}
