import type { MountedCard } from "../card/mount";

const KEYS = ["keydown", "keypress", "keyup"] as const;

/** The cards of a frame, as far as keys go: what is pressed in a card is not seen by the page at all. */
export interface Cards {
  add(card: MountedCard): void;
  remove(card: MountedCard): void;
}

/**
 * Outside a closed root a key event looks as if the page's own element had it, and pages listen on `window`.
 * So keys are stopped there, before any listener of the page, and handed to the card; what the browser itself
 * does with them (moving focus, pressing a button) still happens.
 */
export function createCards(signal: AbortSignal): Cards {
  const cards = new Map<EventTarget, MountedCard>();
  for (const type of KEYS) {
    addEventListener(
      type,
      (event) => {
        const mounted = event.target === null ? undefined : cards.get(event.target);
        if (mounted === undefined) return;
        event.stopImmediatePropagation();
        mounted.card.onKey(event);
      },
      { capture: true, signal },
    );
  }
  return {
    add: (mounted) => void cards.set(mounted.host, mounted),
    remove: (mounted) => void cards.delete(mounted.host),
  };
}
