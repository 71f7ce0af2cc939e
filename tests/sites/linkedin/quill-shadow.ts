/**
 * Stock Quill asks the document for the selection, which is of no use in a shadow root: the first character
 * would go to the end. LinkedIn's own build types correctly there, so this one must too.
 */
import type { QuillLike } from "./quill-like";

export function readSelectionInShadow(quill: QuillLike): void {
  const root = quill.root.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const { selection } = quill;

  selection.hasFocus = () => root.activeElement === selection.root;

  selection.getNativeRange = () => {
    const [range] = document.getSelection()?.getComposedRanges({ shadowRoots: [root] }) ?? [];
    return range ? selection.normalizeNative(range) : null;
  };

  selection.setNativeRange = (start, startAt = 0, end = start, endAt = startAt) => {
    const native = document.getSelection();
    if (!native) return;
    if (!start || !end) {
      native.removeAllRanges();
      selection.root.blur();
      return;
    }
    if (!selection.hasFocus()) selection.root.focus({ preventScroll: true });
    native.setBaseAndExtent(start, startAt, end, endAt);
  };
}
