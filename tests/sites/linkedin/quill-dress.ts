/** Dresses a draft in Quill while it is being typed: hashtags in bold, emoji as pictures where asked for. */
import { emojiIn, hashtagsIn } from "../shared/entities";
import { switches } from "../shared/switches";
import type { Op, QuillLike } from "./quill-like";

const OBJECT = "\uFFFC";

/** The text by Quill's own count: what is not text has the length one. */
function flat(ops: Op[]): string {
  return ops.map(({ insert }) => (typeof insert === "string" ? insert : OBJECT)).join("");
}

function dressHashtags(quill: QuillLike): void {
  const { ops } = quill.getContents();
  const wanted = hashtagsIn(flat(ops));
  let index = 0;
  for (const { insert, attributes } of ops) {
    const length = typeof insert === "string" ? insert.length : 1;
    const [from, to] = [index, index + length];
    const right = wanted.some(({ start, end }) => start === from && end === to);
    if (attributes?.hashtag && !right) quill.formatText(from, length, "hashtag", false, "api");
    index = to;
  }
  for (const { start, end } of wanted) quill.formatText(start, end - start, "hashtag", true, "api");
}

function dressEmoji(quill: QuillLike): void {
  const [first] = emojiIn(flat(quill.getContents().ops));
  if (!first) return;
  const caret = quill.getSelection();
  const length = first.end - first.start;
  const before: Op[] = first.start > 0 ? [{ retain: first.start }] : [];
  quill.updateContents({ ops: [...before, { insert: { emoji: first.text } }, { delete: length }] }, "api");
  if (caret && caret.index > first.start) quill.setSelection(caret.index - length + 1, 0, "api");
  dressEmoji(quill);
}

export function dress(quill: QuillLike): void {
  if (switches.emoji === "img") dressEmoji(quill);
  dressHashtags(quill);
}

/** The text of the editor's state, without the line end that Quill always adds. */
export function textOf(quill: QuillLike): string {
  return quill
    .getContents()
    .ops.map(({ insert }) => (typeof insert === "string" ? insert : (insert?.mention ?? insert?.emoji ?? "")))
    .join("")
    .replace(/\n$/, "");
}
