/** The list of accounts that opens while a handle is being typed. It takes Enter, Tab, Escape and the arrows. */
import { EditorState, Modifier } from "draft-js";
import { type KeyboardEvent, useState } from "react";
import { Avatar } from "../shared/avatar";
import { mentionBeingTyped } from "../shared/entities";
import { type Person, people } from "../shared/people";

export interface Typeahead {
  open: boolean;
  listId: string;
  activeId: string | undefined;
  matches: Person[];
  active: number;
  /** For the capture phase around the editor. */
  onKey: (event: KeyboardEvent) => void;
  pick: (person: Person) => void;
}

function wordAtCaret(state: EditorState): string | undefined {
  const selection = state.getSelection();
  if (!selection.isCollapsed() || !selection.getHasFocus()) return undefined;
  const block = state.getCurrentContent().getBlockForKey(selection.getStartKey());
  return mentionBeingTyped(block.getText().slice(0, selection.getStartOffset()));
}

function withHandle(state: EditorState, word: string, person: Person): EditorState {
  const caret = state.getSelection();
  const range = caret.merge({ anchorOffset: caret.getStartOffset() - word.length - 1 });
  const content = Modifier.replaceText(state.getCurrentContent(), range, `@${person.handle} `);
  return EditorState.forceSelection(EditorState.push(state, content, "insert-characters"), content.getSelectionAfter());
}

export function useTypeahead(n: number, state: EditorState, change: (next: EditorState) => void): Typeahead {
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string>();
  const word = wordAtCaret(state);
  const matches =
    word === undefined || word === dismissed
      ? []
      : people.filter(({ handle, name }) =>
          [handle, name].some((known) => known.toLowerCase().startsWith(word.toLowerCase())),
        );
  const open = matches.length > 0;
  const at = Math.min(active, matches.length - 1);

  function pick(person: Person) {
    setActive(0);
    if (word !== undefined) change(withHandle(state, word, person));
  }

  function onKey(event: KeyboardEvent) {
    if (!open) return;
    const chosen = matches[at];
    if (event.key === "ArrowDown") setActive((at + 1) % matches.length);
    else if (event.key === "ArrowUp") setActive((at + matches.length - 1) % matches.length);
    else if (event.key === "Escape") setDismissed(word);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen) pick(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    open,
    listId: `typeaheadDropdownWrapped-${n}`,
    activeId: open ? `typeaheadFocus-${n}-${at}` : undefined,
    matches,
    active: at,
    onKey,
    pick,
  };
}

export function TypeaheadList({ of }: { of: Typeahead }) {
  if (!of.open) return null;
  return (
    <div id={of.listId} role="listbox" className="typeahead">
      {of.matches.map((person, index) => (
        <div
          key={person.handle}
          id={index === of.active ? of.activeId : undefined}
          role="option"
          aria-selected={index === of.active}
          className="typeahead-option"
          onMouseDown={(event) => {
            event.preventDefault();
            of.pick(person);
          }}
        >
          <Avatar of={person} size={32} />
          <span>
            <b>{person.name}</b> <span className="quiet">@{person.handle}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
