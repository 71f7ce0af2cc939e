/** What the checker looks at of a picture, in pixels; a larger one is shrunk to it. */
export const MOST_PIXELS = 1_000_000;

export interface Size {
  width: number;
  height: number;
}

/** The largest whole size of the same shape with at most this area; never larger than it was. */
export function within({ width, height }: Size, area: number): Size {
  const factor = Math.min(1, Math.sqrt(area / (width * height)));
  return {
    width: Math.max(1, Math.min(Math.floor(width * factor), area)),
    height: Math.max(1, Math.min(Math.floor(height * factor), area)),
  };
}

/** Whether two pictures have the same shape, up to the rounding of a smaller copy. */
export function sameShape(a: Size, b: Size): boolean {
  const [one, other] = [a.width / a.height, b.width / b.height];
  return Math.abs(one - other) <= 0.02 * Math.max(one, other);
}
