/** When each holder was last written in; editors join what follows within a second or so into one step of undo. */
const last = new WeakMap<Node, number>();

export function noteTyped(holder: Node): void {
  last.set(holder, performance.now());
}

/** Milliseconds since the holder was last written in. */
export function sinceTyped(holder: Node): number {
  return performance.now() - (last.get(holder) ?? Number.NEGATIVE_INFINITY);
}
