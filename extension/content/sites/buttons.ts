/** Ways to tell a publishing button by its place, since its words are translated. */
import { firstOf } from "../dom";

/** How much of its dialog's width a button must take to be the one that publishes. */
const WIDE = 0.6;

/** Those that stand after the holder in the document. */
export function after<T extends Element>(holder: Element, elements: readonly T[]): T[] {
  return elements.filter(
    (element) =>
      holder.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING && !holder.contains(element),
  );
}

/** The last button after the text that is about as wide as the text itself. */
export function lastWideButton(scope: Element, holder: HTMLElement, selector: string): HTMLElement[] {
  const width = holder.getBoundingClientRect().width * WIDE;
  const wide = after(holder, firstOf(scope, [selector])).filter(
    (button) => button.getBoundingClientRect().width >= width,
  );
  return wide.slice(-1);
}

/** The last button after the text. */
export function lastButton(scope: Element, holder: HTMLElement, selector: string): HTMLElement[] {
  return after(holder, firstOf(scope, [selector])).slice(-1);
}

/** The last button that shows words alone: no icon and no name of its own. */
export function lastWordedButton(scope: Element): HTMLElement[] {
  const worded = firstOf(scope, ["button"]).filter(
    (button) =>
      !button.hasAttribute("aria-label") && !button.querySelector("svg, img") && button.textContent?.trim() !== "",
  );
  return worded.slice(-1);
}
