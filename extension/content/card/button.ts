import { type Child, h } from "../../shared/dom";

/** A button that answers to `press`. `key` finds it again after the card was drawn anew. */
export function button(key: string, className: string, press: () => void, ...children: Child[]): HTMLButtonElement {
  return h("button", { type: "button", class: className, "data-key": key, on: { click: press } }, ...children);
}
