import type { Finding, Severity } from "../../shared/records";
import { createMarks, type Mark } from "../highlights";
import { shiftSpans } from "../shift";
import type { TextMap } from "../text-map";

/** The marks of one box: laid on an answer, shifted with each edit until the next one. */
export interface Painter {
  /** Marks what an answer found; `undefined` stands for a finding that is not marked. */
  show(findings: readonly (Finding | undefined)[], maps: readonly TextMap[]): void;
  /** The text changed, or other nodes draw it: marks go with it, and one that was written into goes out. */
  moved(maps: readonly TextMap[]): void;
  clear(): void;
  /** The finding of this box whose mark is at a point of the viewport. */
  at(x: number, y: number): number | undefined;
}

interface Live {
  finding: number;
  severity: Severity;
  part: number;
  start: number;
  end: number;
}

/** A document has one registry of marks, so the boxes of a frame share one canvas. */
export function createCanvas(signal: AbortSignal): { painter(own: AbortSignal): Painter } {
  const marks = createMarks(signal);
  const painted = new Map<object, { finding: number; mark: Omit<Mark, "index"> }[]>();
  let owners: { painter: object; finding: number }[] = [];

  function repaint(root: Document | ShadowRoot): void {
    owners = [];
    const all: Mark[] = [];
    for (const [painter, mine] of painted) {
      for (const { finding, mark } of mine) {
        all.push({ ...mark, index: owners.length });
        owners.push({ painter, finding });
      }
    }
    marks.show(all, root);
  }

  function painter(own: AbortSignal): Painter {
    const me = {};
    let live: Live[] = [];
    let texts: string[] = [];
    let root: Document | ShadowRoot = document;

    function paint(maps: readonly TextMap[]): void {
      texts = maps.map((map) => map.text);
      const tree = maps[0]?.holder.getRootNode();
      if (tree instanceof Document || tree instanceof ShadowRoot) root = tree;
      painted.set(
        me,
        live.flatMap(({ finding, severity, part, start, end }) => {
          const map = maps[part];
          return map === undefined ? [] : [{ finding, mark: { map, start, end, severity } }];
        }),
      );
      repaint(root);
    }

    function clear(): void {
      live = [];
      if (painted.delete(me)) repaint(root);
    }

    own.addEventListener("abort", clear, { once: true });
    return {
      clear,
      show(findings, maps) {
        live = findings.flatMap((finding, index) =>
          (finding?.spans ?? []).map(({ part = 0, start, end }) => ({
            finding: index,
            severity: finding?.severity ?? "advise",
            part,
            start,
            end,
          })),
        );
        paint(maps);
      },
      moved(maps) {
        if (live.length === 0) return;
        live = maps.flatMap(({ text }, part) =>
          shiftSpans(
            texts[part] ?? text,
            text,
            live.filter((span) => span.part === part),
          ),
        );
        paint(maps);
      },
      at(x, y) {
        const index = marks.at(x, y);
        const owner = index === undefined ? undefined : owners[index];
        return owner?.painter === me ? owner.finding : undefined;
      },
    };
  }

  return { painter };
}
