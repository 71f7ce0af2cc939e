/** A Lexical editor whose state outlives the element it is shown in. */
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerPlainText } from "@lexical/plain-text";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, type LexicalEditor } from "lexical";
import { useEffect, useState } from "react";
import { switches } from "../shared/switches";
import { nodes, registerEmojiPictures, registerHashtags } from "./nodes";

/** Posts and comments have a paragraph a line; messages have line breaks in one paragraph. */
export type Flavour = "rich" | "plain";

const HISTORY_PAUSE = 300;

/** The text of the editor's state, one line a block. */
export function textOf(editor: LexicalEditor): string {
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((block) => block.getTextContent())
      .join("\n"),
  );
}

function $fill(text: string): void {
  const root = $getRoot();
  root.clear();
  for (const line of text.split("\n")) {
    const paragraph = $createParagraphNode();
    if (line) paragraph.append($createTextNode(line));
    root.append(paragraph);
  }
}

export function fill(editor: LexicalEditor, text: string): void {
  editor.update(() => $fill(text), { tag: "history-merge", discrete: true });
}

export interface Box {
  editor: LexicalEditor;
  flavour: Flavour;
  text: string;
}

export function useLexical(flavour: Flavour, starts = ""): Box {
  const [text, setText] = useState(starts);
  const [editor] = useState(() => {
    const made = createEditor({
      namespace: "replica",
      nodes,
      onError: (error) => {
        throw error;
      },
    });
    fill(made, starts);
    return made;
  });
  useEffect(() => {
    const undo = [
      flavour === "rich" ? registerRichText(editor) : registerPlainText(editor),
      registerHistory(editor, createEmptyHistoryState(), HISTORY_PAUSE),
      registerHashtags(editor),
      editor.registerUpdateListener(() => setText(textOf(editor))),
    ];
    if (switches.emoji === "img") undo.push(registerEmojiPictures(editor));
    return () => {
      for (const one of undo) one();
    };
  }, [editor, flavour]);
  return { editor, flavour, text };
}
