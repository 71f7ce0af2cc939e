import { containsAcross } from "../dom";
import { type Card, type CardActions, createCard } from "./card";
import { type Box, clip, placeCard } from "./layout";
import { themeAt } from "./theme";
import { deepAt, innermostModal } from "./tree";

/** What the card stands beside; found anew at each placing, since pages draw themselves anew. */
export interface Anchor {
  scope: Element;
  text: Element[];
  buttons: Element[];
}

export interface MountedCard {
  readonly card: Card;
  /** The element in the page; its shadow root is closed to the page. */
  readonly host: HTMLElement;
  /** Shows or hides the whole card. */
  visible(shown: boolean): void;
  /** Puts the card where it belongs now. */
  place(): void;
}

/** A name of its own, so that a new script can find what an old one, ended by an update, left in the page. */
const TAG = "lozenge-card";

export function removeLeftovers(): void {
  for (const left of document.querySelectorAll(TAG)) left.remove();
}

/** Events that end at the host: the page's shortcuts and its "click outside" must not take them for their own. */
const OURS = [
  "click",
  "dblclick",
  "auxclick",
  "contextmenu",
  "mousedown",
  "mouseup",
  "pointerdown",
  "pointerup",
  "touchstart",
  "touchend",
  "keydown",
  "keypress",
  "keyup",
  "beforeinput",
  "input",
  "change",
  "paste",
  "copy",
  "cut",
  "wheel",
] as const;

/** Mounts a card beside a box, in the innermost dialog around it, and keeps it there while the page draws itself anew. */
export function mountCard(
  anchor: () => Anchor | undefined,
  actions: Omit<CardActions, "resized">,
  mode: ShadowRootMode,
  signal: AbortSignal,
): MountedCard {
  const host = document.createElement(TAG);
  const root = host.attachShadow({ mode });
  const card = createCard(root, { ...actions, resized: placeSoon });
  let shown = false;
  let frame = 0;
  let focused: string | undefined;
  const removed = new MutationObserver(() => {
    if (shown && !host.isConnected) place();
  });
  const sized = new ResizeObserver(placeSoon);
  sized.observe(card.element);

  for (const type of OURS) root.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  root.addEventListener(
    "focusin",
    ({ target }) => {
      if (target instanceof HTMLElement) focused = target.dataset.key ?? "heading";
    },
    { signal },
  );
  root.addEventListener(
    "focusout",
    () => {
      // The page removing the card also takes its focus; only a focus that moved on is let go.
      queueMicrotask(() => {
        if (host.isConnected && !card.hasFocus()) focused = undefined;
      });
    },
    { signal },
  );
  for (const type of ["scroll", "resize"] as const)
    addEventListener(type, placeSoon, { signal, capture: true, passive: true });
  signal.addEventListener(
    "abort",
    () => {
      cancelAnimationFrame(frame);
      removed.disconnect();
      sized.disconnect();
      host.remove();
    },
    { once: true },
  );

  function placeSoon(): void {
    if (!shown || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (shown && !signal.aborted) place();
    });
  }

  function attach(parent: Element): void {
    const refocus = focused;
    parent.append(host);
    removed.disconnect();
    removed.observe(parent, { childList: true });
    toTopLayer(host);
    if (refocus !== undefined) root.querySelector<HTMLElement>(`[data-key="${CSS.escape(refocus)}"]`)?.focus();
  }

  function place(): void {
    const beside = anchor();
    if (beside === undefined || !beside.scope.isConnected) {
      card.element.dataset.placed = "false";
      return;
    }
    const parent = innermostModal(beside.scope);
    if (host.parentNode !== parent || !host.isConnected) {
      sized.disconnect();
      sized.observe(card.element);
      sized.observe(beside.scope);
      attach(parent);
    }
    card.element.dataset.theme = themeAt(beside.scope);
    const view = { left: 0, top: 0, right: document.documentElement.clientWidth || innerWidth, bottom: innerHeight };
    const box = rectOf(beside.scope);
    const seen = clip(box, view);
    const needed =
      card.hasFocus() || card.element.dataset.state === "held" || card.element.dataset.state === "press-again";
    if (!needed && (seen === undefined || isUnderAnotherDialog(seen, beside.scope, host))) {
      card.element.dataset.placed = "false";
      return;
    }
    card.element.style.setProperty("--room", "none");
    const size = card.element.getBoundingClientRect();
    const spot = placeCard(
      { width: view.right, height: view.bottom },
      seen ?? box,
      beside.text.map(rectOf),
      beside.buttons.map(rectOf),
      { width: size.width, height: size.height },
      getComputedStyle(document.documentElement).direction === "rtl",
    );
    card.element.style.setProperty("--room", `${Math.floor(spot.room)}px`);
    card.element.style.left = `${Math.round(spot.left)}px`;
    card.element.style.top = `${Math.round(spot.top)}px`;
    card.element.dataset.placed = "true";
  }

  return {
    card,
    host,
    place,
    visible(next) {
      if (shown === next) return;
      shown = next;
      if (next) place();
      else host.remove();
    },
  };
}

/** The top layer frees the card from what clips and stacks in the page; without it the card still stands. */
function toTopLayer(host: HTMLElement): void {
  if (typeof host.showPopover !== "function") return;
  host.popover = "manual";
  host.showPopover();
}

/** A dialog that was opened over the box hides the card with it, or the card would lie on top of that dialog. */
function isUnderAnotherDialog(seen: Box, scope: Element, host: Element): boolean {
  const hit = deepAt((seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2);
  if (hit === null || containsAcross(scope, hit) || containsAcross(host, hit)) return false;
  const over = innermostModal(hit);
  return over !== innermostModal(scope) && !containsAcross(over, scope);
}

function rectOf(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}
