/** Keeps marks where they belong while the next answer is out. */

interface Bounds {
  readonly start: number;
  readonly end: number;
}

/**
 * The spans of the old text as they lie in the new one, moved across the one smallest edit that leads from the one to
 * the other. A span that the edit touches is dropped until the checker has spoken again.
 */
export function shiftSpans<T extends Bounds>(oldText: string, newText: string, spans: readonly T[]): T[] {
  if (oldText === newText) return [...spans];
  const from = commonStart(oldText, newText);
  const tail = commonEnd(oldText, newText, from);
  const to = oldText.length - tail;
  const by = newText.length - oldText.length;
  return spans.flatMap((span) => {
    if (span.end < from || (span.end === from && !continuesWord(newText.at(from)))) return [span];
    const start = span.start + by;
    if (span.start > to || (span.start === to && !continuesWord(newText.charAt(start - 1)))) {
      return [{ ...span, start, end: span.end + by }];
    }
    return [];
  });
}

/** Whether what now stands beside a span makes a longer word of it. */
function continuesWord(neighbour: string | undefined): boolean {
  return neighbour !== undefined && /[\p{L}\p{N}\p{M}\uD800-\uDFFF]/u.test(neighbour);
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}
