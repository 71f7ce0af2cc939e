import { isStale } from "../shared/send";

/** The one edge at which errors end: none reaches the page, and none is logged, since its words may quote a draft. */
export interface Edge {
  /** A listener that never throws. */
  <A extends unknown[]>(run: (...given: A) => void): (...given: A) => void;
  /** Lets a promise run on its own. */
  run(work: Promise<unknown>): void;
  /** Says what became of an error. */
  caught(error: unknown): void;
}

/** `stale` is called once, when an error shows that the extension was updated under the page. */
export function createEdge(stale: () => void): Edge {
  let told = false;
  function caught(error: unknown): void {
    if (told || !isStale(error)) return;
    told = true;
    stale();
  }
  const edge =
    <A extends unknown[]>(run: (...given: A) => void) =>
    (...given: A): void => {
      try {
        run(...given);
      } catch (error) {
        caught(error);
      }
    };
  return Object.assign(edge, { caught, run: (work: Promise<unknown>) => void work.catch(caught) });
}
