/** The list of people that opens while a name is being typed after an @. It takes Enter, Tab, Escape and the arrows. */
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from "lexical";
import { useEffect, useRef, useState } from "react";
import { Avatar } from "../shared/avatar";
import { mentionBeingTyped } from "../shared/entities";
import { type Person, people } from "../shared/people";
import { MentionNode } from "./nodes";

function $wordAtCaret(): string | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText()) return undefined;
  return mentionBeingTyped(node.getTextContent().slice(0, selection.anchor.offset));
}

function pick(editor: LexicalEditor, word: string, person: Person): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const node = selection.anchor.getNode();
    if (!$isTextNode(node)) return;
    const end = selection.anchor.offset;
    const start = end - word.length - 1;
    const pieces = node.splitText(start, end);
    const typed = pieces[start === 0 ? 0 : 1];
    const mention = new MentionNode(person.name).setMode("segmented");
    typed?.replace(mention);
    const space = $createTextNode(" ");
    mention.insertAfter(space);
    space.selectEnd();
  });
}

let lists = 0;

export function Mentions({ editor }: { editor: LexicalEditor }) {
  const id = useRef("");
  id.current ||= `mentions-${++lists}`;
  const [word, setWord] = useState<string>();
  const [dismissed, setDismissed] = useState<string>();
  const [active, setActive] = useState(0);
  const matches =
    word === undefined || word === dismissed
      ? []
      : people.filter(({ name }) => name.toLowerCase().startsWith(word.toLowerCase()));
  const at = Math.min(active, matches.length - 1);
  const open = matches.length > 0;

  useEffect(
    () => editor.registerUpdateListener(({ editorState }) => setWord(editorState.read($wordAtCaret))),
    [editor],
  );
  useEffect(() => {
    const root = editor.getRootElement();
    if (!open) return root?.removeAttribute("aria-activedescendant");
    root?.setAttribute("aria-activedescendant", `${id.current}-${at}`);
  });
  useEffect(() => {
    if (!open) return;
    return editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const chosen = matches[at];
        if (event.key === "ArrowDown") setActive((at + 1) % matches.length);
        else if (event.key === "ArrowUp") setActive((at + matches.length - 1) % matches.length);
        else if (event.key === "Escape") setDismissed(word);
        else if ((event.key === "Enter" || event.key === "Tab") && chosen && word !== undefined)
          pick(editor, word, chosen);
        else return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
  });

  if (!open) return null;
  return (
    <ul role="listbox" id={id.current} className="suggestions">
      {matches.map((person, index) => (
        <li
          key={person.handle}
          id={`${id.current}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => {
            event.preventDefault();
            if (word !== undefined) pick(editor, word, person);
          }}
        >
          <Avatar of={person} size={28} /> {person.name}
        </li>
      ))}
    </ul>
  );
}
