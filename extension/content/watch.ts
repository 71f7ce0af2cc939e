/**
 * Finds the box in use without polling: by the events that typing and clicking make, seen before the page sees them.
 *
 * One observer looks at the box in use and at nothing else. A box that is taken off the page loses its size, which a
 * `ResizeObserver` reports wherever in the tree the cut was made.
 */
import { focusedElement, pathFrom, visible } from "./dom";
import type { ComposeBox, Found, Site } from "./sites/site";
import { noteTyped } from "./typed";

export interface BoxHandlers {
  /** Another box, or another place that is not understood, is in use now. */
  onBox(found: Found): void;
  /** The text of the box in use or what goes with it may have changed. */
  onEdited(box: ComposeBox): void;
  /** The box is no longer the one in use: it is gone, or another took its place. */
  onLeft(box: ComposeBox): void;
}

export interface Watching {
  /** The box last used, while it is on the page. */
  activeBox(): ComposeBox | undefined;
}

const SEEKING = ["focusin", "pointerdown", "click", "beforeinput", "drop"] as const;
const EDITING = ["input", "compositionend", "change"] as const;

/** What tells that something published, attached or described changed, beside the text itself. */
const TELLING = ["disabled", "aria-disabled", "alt", "src"];

export function watchBoxes(site: Site, handlers: BoxHandlers, signal: AbortSignal): Watching {
  let current: Found | undefined;

  const edits = new MutationObserver(() => {
    const box = present();
    if (box) handlers.onEdited(box);
  });
  const presence = new ResizeObserver(() => {
    if (boxOf(current) && !present()) seekAgain();
  });

  function present(): ComposeBox | undefined {
    const box = boxOf(current);
    return box?.scope.isConnected && visible(box.scope) ? box : undefined;
  }

  function use(found: Found): void {
    if (sameAs(current, found)) return;
    leave();
    current = found;
    const box = boxOf(found);
    if (box) {
      edits.observe(box.scope, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: TELLING,
      });
      presence.observe(box.scope);
    }
    handlers.onBox(found);
  }

  function leave(): void {
    const box = boxOf(current);
    current = undefined;
    edits.disconnect();
    presence.disconnect();
    if (box) handlers.onLeft(box);
  }

  /** The box is gone; pages often put a new one in its place and the caret into it. */
  function seekAgain(): void {
    leave();
    const focused = focusedElement();
    const found = focused && site.boxAt(pathFrom(focused));
    if (found) use(found);
  }

  function seek(event: Event): void {
    if (boxOf(current) && !present()) leave();
    const found = site.boxAt(event.composedPath());
    if (found) use(found);
  }

  function edited(event: Event): void {
    const path = event.composedPath();
    if (event.isTrusted) for (const target of path.slice(0, 1)) if (target instanceof Node) noteTyped(target);
    seek(event);
    const box = present();
    if (box && path.includes(box.scope)) handlers.onEdited(box);
  }

  for (const type of SEEKING) window.addEventListener(type, seek, { capture: true, passive: true, signal });
  for (const type of EDITING) window.addEventListener(type, edited, { capture: true, passive: true, signal });
  signal.addEventListener(
    "abort",
    () => {
      current = undefined;
      edits.disconnect();
      presence.disconnect();
    },
    { once: true },
  );

  return { activeBox: present };
}

function boxOf(found: Found | undefined): ComposeBox | undefined {
  return found?.state === "ready" ? found.box : undefined;
}

function sameAs(a: Found | undefined, b: Found): boolean {
  if (a?.state === "ready") return b.state === "ready" && a.box === b.box;
  return a?.state === "unknown" && b.state === "unknown" && a.element === b.element;
}
