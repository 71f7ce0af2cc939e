import { closestAcross } from "../dom";

const MODAL = 'dialog[open], [aria-modal="true"], [role="dialog"], [role="alertdialog"]';

/** The dialog that an element stands in, or the page's body: outside of a dialog all may be inert and unheard. */
export function innermostModal(inner: Element): Element {
  return closestAcross(inner, MODAL) ?? document.body;
}

/** What is painted at a point, inside open shadow roots too. */
export function deepAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (inner === null || inner === hit) break;
    hit = inner;
  }
  return hit;
}
