/** What is underlined, read from the ranges that the browser paints. */
import type { Page } from "puppeteer-core";

export interface Mark {
  severity: string;
  text: string;
}

/** Every mark on the page and in its frames; an emoji that is a picture counts as its `alt`. */
export async function marks(page: Page): Promise<Mark[]> {
  const found = await Promise.all(page.frames().map((frame) => frame.evaluate(readMarks)));
  return found.flat();
}

/** Runs in the page. */
function readMarks(): Mark[] {
  const textOf = (range: AbstractRange): string => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const copy = live.cloneContents();
    for (const picture of copy.querySelectorAll("img[alt]")) picture.replaceWith(picture.getAttribute("alt") ?? "");
    return copy.textContent ?? "";
  };
  return [...CSS.highlights]
    .filter(([name]) => name.startsWith("lozenge"))
    .flatMap(([name, ranges]) =>
      [...ranges].map((range) => ({ severity: name.split("-").at(-1) ?? "", text: textOf(range) })),
    );
}
