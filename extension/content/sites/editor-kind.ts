import { isField } from "../text-map";
import type { EditorKind } from "./site";

/** Which editor a holder belongs to, told by its own marks: sites change editors without changing their boxes. */
export function editorOf(holder: Element): EditorKind {
  if (isField(holder)) return "field";
  if (holder.matches("[data-lexical-editor]")) return "lexical";
  if (holder.matches(".ql-editor")) return "quill";
  if (holder.matches(".ProseMirror")) return "tiptap";
  if (holder.matches(".public-DraftEditor-content") || holder.querySelector("[data-contents]")) return "draft";
  return "plain";
}
