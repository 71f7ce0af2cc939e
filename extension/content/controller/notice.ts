import { type MountedCard, mountCard } from "../card/mount";
import type { CardView } from "../card/view";

/** A card that only says one thing: that a box is not checked, or that nothing is any more. */
export function mountNotice(beside: Element, state: "unknown-box" | "stale", signal: AbortSignal): MountedCard {
  const nothing = (): void => undefined;
  const mounted = mountCard(
    () => ({ scope: beside, text: [], buttons: [] }),
    {
      fix: nothing,
      dismiss: nothing,
      choose: nothing,
      reason: nothing,
      go: nothing,
      back: nothing,
      options: nothing,
    },
    "closed",
    signal,
  );
  const view: CardView = {
    state,
    surface: "post",
    findings: [],
    example: false,
    level: "warn",
    final: false,
    pressed: "button",
    quotesSelect: false,
  };
  mounted.card.show(view);
  return mounted;
}
