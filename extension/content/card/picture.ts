import { h, svg } from "../../shared/dom";
import { word } from "../../shared/words";
import type { LogoPicture } from "../pictures/album";

/** How large it is drawn at most, in pixels of the page. */
const WIDTH = 340;
const HEIGHT = 150;

/** The author's picture, small, with a line around what was found. A canvas, since a page's policy may forbid images. */
export function pictureFigure(picture: LogoPicture): HTMLElement {
  const { width, height, thumbnail, quad } = picture;
  const scale = Math.min(WIDTH / width, HEIGHT / height);
  const canvas = h("canvas", { width: Math.ceil(2 * width * scale), height: Math.ceil(2 * height * scale) });
  canvas.getContext("2d")?.drawImage(thumbnail, 0, 0, canvas.width, canvas.height);
  const name = quad === undefined ? word("card_picture") : word("card_picture_logo", word(placeOf(quad, picture)));
  const figure = h("div", { class: "picture", role: "img", "aria-label": name }, canvas);
  figure.style.width = `${Math.ceil(width * scale)}px`;
  if (quad !== undefined) figure.append(outline(quad, picture));
  return figure;
}

type Quad = NonNullable<LogoPicture["quad"]>;

/** Two strokes, a dark one under a light one, so that it is seen on any picture. */
function outline(quad: Quad, { width, height }: LogoPicture): SVGElement {
  const points = quad.join(" ");
  const strokes = ["edge", "line"].map((name) => svg("polygon", { class: name, points }));
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none" }, ...strokes);
}

/** Which ninth of the picture the middle of the quadrilateral is in: the key of its words. */
function placeOf(quad: Quad, { width, height }: LogoPicture): string {
  const middle = (axis: 0 | 1) => quad.reduce((sum, corner) => sum + corner[axis], 0) / quad.length;
  const third = (part: number, of: number, names: readonly string[]) =>
    names[Math.max(0, Math.min(2, Math.floor((3 * part) / of)))];
  const row = third(middle(1), height, ["top", "middle", "bottom"]);
  return `card_place_${row}_${third(middle(0), width, ["left", "centre", "right"])}`;
}
