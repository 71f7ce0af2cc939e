import type { ComposeBox } from "../sites/site";
import { isDisabled } from "./guard";

/** How long a site may take to react to its own button, in milliseconds. */
const REACTION = 1000;

export type Released =
  /** The box was emptied, changed or taken away: the site took the post. */
  | "reacted"
  /** Nothing happened: some sites take only a person's press. */
  | "ignored"
  /** The text is no longer the one that was let go; nothing was pressed. */
  | "changed"
  /** The box has no button to press. */
  | "no-button";

/**
 * Lets a held post go by pressing the site's own button once, and sees whether the site reacted.
 *
 * `text` reads what stands in the box; `press` clicks such that the guard lets it through.
 */
export async function release(
  box: ComposeBox,
  text: () => string,
  press: (button: HTMLElement) => void,
  signal: AbortSignal,
): Promise<Released> {
  const wanted = text();
  if (box.settle > 0) {
    // The part being edited enters such a site's state only on blur.
    for (const holder of box.holders()) holder.blur();
    await pause(box.settle, signal);
  }
  if (signal.aborted || !box.scope.isConnected || text() !== wanted) return "changed";
  const button = box.submitButtons().find((one) => !isDisabled(one) && one.getClientRects().length > 0);
  if (button === undefined) return "no-button";
  const dialogs = countDialogs();
  const reacted = (): boolean =>
    // Some sites ask something first, in a dialog of their own.
    countDialogs() !== dialogs ||
    !box.scope.isConnected ||
    !button.isConnected ||
    isDisabled(button) ||
    box.holders().length === 0 ||
    text() !== wanted;
  press(button);
  return (await until(reacted, box.scope, signal)) ? "reacted" : "ignored";
}

function countDialogs(): number {
  return document.querySelectorAll('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]').length;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => resolve(clearTimeout(timer)), { once: true });
  });
}

/** Looks again whenever the page around the box changes, for as long as a site may take. */
function until(test: () => boolean, scope: Element, signal: AbortSignal): Promise<boolean> {
  if (test()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const done = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(test());
    };
    const observer = new MutationObserver(() => {
      if (test()) done();
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    const root = scope.getRootNode();
    if (root !== document)
      observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
    const timer = setTimeout(done, REACTION);
    signal.addEventListener("abort", done, { once: true });
  });
}
