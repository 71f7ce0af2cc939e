/** A dialog that keeps the focus: what is focused outside it loses the focus at once. */
import { type RefObject, useEffect } from "react";

const FOCUSABLE = [
  "a[href]",
  "button:not([disabled])",
  "input:not([type=hidden]):not([hidden])",
  "textarea",
  "[contenteditable=true]",
  "[tabindex='0']",
].join(",");

export function useFocusTrap(dialog: RefObject<HTMLElement>, active = true): void {
  useEffect(() => {
    const root = dialog.current;
    if (!active || !root) return;
    const scope = root.getRootNode() as Document | ShadowRoot;
    const focusable = () =>
      [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((el) => el.getClientRects().length > 0);
    let last: HTMLElement | undefined;
    const onFocus = (event: Event) => {
      const target = event.composedPath()[0];
      if (!(target instanceof HTMLElement)) return;
      if (root.contains(target)) last = target;
      // A nested shadow host inside the dialog is inside, whatever has the focus within it.
      else if (!event.composedPath().includes(root)) (last?.isConnected ? last : focusable()[0])?.focus();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Tab") return;
      const all = focusable();
      const edge = event.shiftKey ? all[0] : all[all.length - 1];
      const wrapTo = event.shiftKey ? all[all.length - 1] : all[0];
      if (scope.activeElement === edge && wrapTo) {
        event.preventDefault();
        wrapTo.focus();
      }
    };
    document.addEventListener("focusin", onFocus);
    root.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("focusin", onFocus);
      root.removeEventListener("keydown", onKey);
    };
  }, [dialog, active]);
}
