/**
 * Marks in the author's text by the CSS Custom Highlight API: the editor's DOM is not touched.
 *
 * A mark is kept as offsets, never as a `Range`: editors rebuild their nodes at any edit, and a range over a node that
 * is gone marks nothing. Whoever sees an edit reads the holder again and calls `show` again.
 */
import type { Severity } from "../shared/records";
import type { TextMap } from "./text-map";

export interface Mark {
  map: TextMap;
  start: number;
  end: number;
  severity: Severity;
  /** Which finding it belongs to. */
  index: number;
}

export interface Marks {
  /** Shows these marks and no others; `root` is the tree that the holders are in. */
  show(marks: readonly Mark[], root: Document | ShadowRoot): void;
  clear(): void;
  /** The finding marked at a point of the window, the gravest where marks overlap. */
  at(x: number, y: number): number | undefined;
}

const SEVERITIES = ["stop", "warn", "advise"] as const;

const nameOf = (severity: Severity) => `lozenge-${severity}`;

/*
 * The lines differ in shape, so that colour is never all there is. The colours are of middle brightness and keep 3:1
 * on white, on black and on the dark blue between. The tint is for browsers that draw no lines here (Firefox to 145).
 */
const STYLE = `
::highlight(lozenge-stop) { text-decoration: underline double 2px #d93a2b; background-color: rgb(217 58 43 / 0.13); }
::highlight(lozenge-warn) { text-decoration: underline wavy 1.5px #b8690f; background-color: rgb(184 105 15 / 0.12); }
::highlight(lozenge-advise) { text-decoration: underline dotted 2px #3a7fd0; background-color: rgb(58 127 208 / 0.1); }
@media (forced-colors: active) {
  ::highlight(lozenge-stop) { text-decoration-color: CanvasText; background-color: Canvas; }
  ::highlight(lozenge-warn) { text-decoration-color: CanvasText; background-color: Canvas; }
  ::highlight(lozenge-advise) { text-decoration-color: CanvasText; background-color: Canvas; }
}`;

export function createMarks(signal: AbortSignal): Marks {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const styled = new Set<Document | ShadowRoot>();
  let shown: { range: Range; index: number }[] = [];

  function clear() {
    shown = [];
    for (const severity of SEVERITIES) CSS.highlights.delete(nameOf(severity));
  }

  function adopt(root: Document | ShadowRoot) {
    for (const old of styled) if (old instanceof ShadowRoot && !old.isConnected) drop(old);
    if (styled.has(root)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    styled.add(root);
  }

  function drop(root: Document | ShadowRoot) {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    styled.delete(root);
  }

  signal.addEventListener(
    "abort",
    () => {
      clear();
      for (const root of styled) drop(root);
    },
    { once: true },
  );

  return {
    show(marks, root) {
      if (signal.aborted) return;
      adopt(root);
      const gravestFirst = [...marks].sort((a, b) => rank(a.severity) - rank(b.severity));
      const found = gravestFirst.flatMap(({ map, start, end, severity, index }) => {
        const range = end > start ? map.rangeFor(start, end) : undefined;
        return range ? [{ range, severity, index }] : [];
      });
      shown = found;
      for (const severity of SEVERITIES) {
        const ranges = found.filter((one) => one.severity === severity).map(({ range }) => range);
        if (ranges.length === 0) {
          CSS.highlights.delete(nameOf(severity));
          continue;
        }
        const highlight = new Highlight(...ranges);
        highlight.priority = SEVERITIES.length - rank(severity);
        CSS.highlights.set(nameOf(severity), highlight);
      }
    },
    clear,
    at(x, y) {
      return shown.find(({ range }) => covers(range, x, y))?.index;
    },
  };
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function covers(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}
