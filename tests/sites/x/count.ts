/** X's weighted length of a post: most scripts count one or two a character, an address always 23. */
import { addressesIn, emojiIn } from "../shared/entities";

export const LIMIT = 280;
const ADDRESS_WEIGHT = 23;

function weightOf(point: number): number {
  const light =
    point <= 4351 ||
    (point >= 8192 && point <= 8205) ||
    (point >= 8208 && point <= 8223) ||
    (point >= 8242 && point <= 8247);
  return light ? 1 : 2;
}

export function weightedLength(text: string): number {
  const normal = text.normalize("NFC");
  const fixed = [
    ...addressesIn(normal).map((at) => ({ ...at, weight: ADDRESS_WEIGHT })),
    ...emojiIn(normal).map((at) => ({ ...at, weight: 2 })),
  ].sort((a, b) => a.start - b.start);
  let total = 0;
  let index = 0;
  for (const at of fixed) {
    if (at.start < index) continue;
    total += plain(normal.slice(index, at.start)) + at.weight;
    index = at.end;
  }
  return total + plain(normal.slice(index));
}

function plain(text: string): number {
  let total = 0;
  for (const char of text) total += weightOf(char.codePointAt(0) ?? 0);
  return total;
}
