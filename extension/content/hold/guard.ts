import type { Edge } from "../edge";
import type { ComposeBox, Site } from "../sites/site";
import type { Press } from "./decide";

/**
 * Sees every gesture that publishes before the page does.
 *
 * The listeners are on `window`, in the capture phase, and are set at document_start: they are the first of all.
 * They only cancel an event when a session says so; a clean one goes its way untouched.
 */

/** Whoever decides for one box. */
export interface Gate {
  /** Cancels the event where the post is held. */
  press(event: Event, press: Press): void;
}

export interface Guard {
  /** Presses a button such that the press is not looked at again. */
  pressFor(button: HTMLElement): void;
}

export function createGuard(site: Site, gateFor: (box: ComposeBox) => Gate, edge: Edge, signal: AbortSignal): Guard {
  let ours = false;
  /** A key that is held down clicks a focused button again and again, and those clicks do not say so. */
  let repeating = false;

  function boxOf(event: Event): ComposeBox | undefined {
    const found = site.boxAt(event.composedPath());
    return found?.state === "ready" ? found.box : undefined;
  }

  function pass(event: Event, box: ComposeBox, echo: boolean, sure: boolean): void {
    // A press that a script made is the page's own follow-up; it never counts as the author's answer.
    gateFor(box).press(event, { time: performance.now(), echo: echo || !event.isTrusted, sure });
  }

  function onClick(event: MouseEvent): void {
    if (ours || event.defaultPrevented) return;
    const box = boxOf(event);
    if (box === undefined) return;
    const path = event.composedPath();
    const button = box.submitButtons().find((one) => path.includes(one));
    if (button === undefined || isDisabled(button)) return;
    pass(event, box, event.detail > 1 || (event.detail === 0 && repeating), true);
  }

  function onKey(event: KeyboardEvent): void {
    repeating = event.repeat;
    // 229 is what a key says while an input method has it; in some browsers the flag comes too late.
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    const box = boxOf(event);
    if (box === undefined) return;
    const publishes = box.submitsOn(event);
    if (publishes === "no" || box.suggestionsOpen()) return;
    const path = event.composedPath();
    if (box.holders().some((holder) => path.includes(holder))) pass(event, box, event.repeat, publishes === "yes");
  }

  addEventListener("click", edge(onClick), { capture: true, signal });
  addEventListener("keydown", edge(onKey), { capture: true, signal });
  addEventListener("keyup", () => (repeating = false), { capture: true, passive: true, signal });

  return {
    pressFor(button) {
      ours = true;
      try {
        button.click();
      } finally {
        ours = false;
      }
    },
  };
}

export function isDisabled(button: HTMLElement): boolean {
  return button.getAttribute("aria-disabled") === "true" || button.matches(":disabled");
}
