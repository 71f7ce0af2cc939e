/** Where the card goes. Pure: rectangles in, a place out, all in viewport pixels. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Spot {
  left: number;
  top: number;
  /** The height that the card may take here; it scrolls inside. */
  room: number;
}

/** Space kept to the viewport's edge and to what the card stands beside. */
const GAP = 8;
/** Below this the card cannot be read; it rather covers something. */
const LEAST_ROOM = 160;

/**
 * The first of these places where the card covers neither the text nor the button: beside the box at its end,
 * beside it at its start, below it, above it, and the corners of the viewport. Where none is free, the place
 * that covers least, and the button's cover counts double: what cannot be pressed cannot be answered.
 */
export function placeCard(
  viewport: Size,
  box: Box,
  text: readonly Box[],
  buttons: readonly Box[],
  card: Size,
  rtl = false,
): Spot {
  const width = Math.min(card.width, viewport.width - 2 * GAP);
  const tallest = viewport.height - 2 * GAP;
  const height = Math.min(card.height, tallest);
  const start = clamp(box.left, GAP, viewport.width - width - GAP);
  const end = clamp(box.right - width, GAP, viewport.width - width - GAP);
  const beside = clamp(box.top, GAP, viewport.height - height - GAP);
  const after = { left: box.right + GAP, top: beside, room: tallest };
  const before = { left: box.left - GAP - width, top: beside, room: tallest };
  const below = { top: box.bottom + GAP, room: viewport.height - GAP - (box.bottom + GAP) };
  const aboveRoom = box.top - 2 * GAP;
  const above = { top: box.top - GAP - Math.min(height, Math.max(aboveRoom, 0)), room: aboveRoom };
  const near = rtl ? start : end;
  const far = rtl ? end : start;
  const places: Spot[] = [
    ...(rtl ? [before, after] : [after, before]),
    { left: near, ...below },
    { left: near, ...above },
    { left: viewport.width - width - GAP, top: viewport.height - height - GAP, room: tallest },
    { left: GAP, top: viewport.height - height - GAP, room: tallest },
    { left: viewport.width - width - GAP, top: GAP, room: tallest },
    { left: far, ...below },
  ];
  let best: { spot: Spot; cost: number } | undefined;
  for (const spot of places) {
    const tall = Math.min(height, spot.room);
    if (tall < Math.min(height, LEAST_ROOM)) continue;
    const taken = { left: spot.left, top: spot.top, right: spot.left + width, bottom: spot.top + tall };
    if (taken.left < 0 || taken.top < 0 || taken.right > viewport.width || taken.bottom > viewport.height) continue;
    const cost = covered(taken, text) + 2 * covered(taken, buttons);
    if (best === undefined || cost < best.cost) best = { spot, cost };
    if (cost === 0) break;
  }
  return best?.spot ?? { left: GAP, top: GAP, room: tallest };
}

/** What is visible of a box inside what clips it. */
export function clip(box: Box, within: Box): Box | undefined {
  const seen = {
    left: Math.max(box.left, within.left),
    top: Math.max(box.top, within.top),
    right: Math.min(box.right, within.right),
    bottom: Math.min(box.bottom, within.bottom),
  };
  return seen.left < seen.right && seen.top < seen.bottom ? seen : undefined;
}

function covered(card: Box, others: readonly Box[]): number {
  let area = 0;
  for (const other of others) {
    const shared = clip(card, other);
    if (shared !== undefined) area += (shared.right - shared.left) * (shared.bottom - shared.top);
  }
  return area;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
