import { svg } from "../../shared/dom";

import type { Severity } from "../../shared/records";

/** A shape of its own for each severity, so that colour never says anything alone. */
const SHAPES: Record<Severity | "clear" | "unsure" | "lozenge", { shape: string; sign: string }> = {
  stop: { shape: "M7 1h10l6 6v10l-6 6H7l-6-6V7z", sign: "M6 10.5h12v3H6z" },
  warn: { shape: "M12 1.5 23.5 22H.5z", sign: "M10.7 8.5h2.6v7h-2.6zm0 8.6h2.6v2.6h-2.6z" },
  advise: { shape: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z", sign: "M10.7 10h2.6v8h-2.6zm0-4.2h2.6v2.6h-2.6z" },
  clear: { shape: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z", sign: "m6.2 12.2 2-2 2.6 2.6 5-5 2 2-7 7z" },
  unsure: { shape: "M3 1h18v22H3z", sign: "M7 10.7h10v2.6H7z" },
  lozenge: { shape: "M8 5h8a7 7 0 0 1 0 14H8A7 7 0 0 1 8 5z", sign: "M11 7h2v10h-2z" },
};

export type IconName = keyof typeof SHAPES;

export function icon(name: IconName): SVGElement {
  const parts = (["shape", "sign"] as const).map((part) => svg("path", { class: part, d: SHAPES[name][part] }));
  const attributes = { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" };
  return svg("svg", attributes, ...parts);
}
