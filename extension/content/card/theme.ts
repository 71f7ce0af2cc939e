import { parentOf } from "../dom";

/** Light or dark as the page around the box is; where the page paints nothing, as the author's system is. */
export function themeAt(element: Element): "light" | "dark" {
  for (let node: Node | null = element; node !== null; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    const lightness = lightnessOf(getComputedStyle(node).backgroundColor);
    if (lightness !== undefined) return lightness < 0.4 ? "dark" : "light";
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** 0 for black to 1 for white; undefined for a colour that lets much of what is behind it through. */
export function lightnessOf(colour: string): number | undefined {
  const numbers = /^rgba?\((.+)\)$/
    .exec(colour)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  const [red, green, blue, alpha = 1] = numbers ?? [];
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return undefined;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
