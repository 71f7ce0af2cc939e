/** The element that a Lexical editor is shown in, with its placeholder beside it. */
import { COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND } from "lexical";
import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import type { Box } from "./lexical";
import { Mentions } from "./mentions";

interface Props {
  box: Box;
  label: string;
  placeholder: string;
  focusAtOnce?: boolean;
  /** Comments and messages send on Enter. */
  onEnter?: (event: Event) => void;
  onChord?: (event: Event) => void;
  onInput?: () => void;
}

export function TextBox({ box, label, placeholder, focusAtOnce, onEnter, onChord, onInput }: Props) {
  const { editor } = box;
  const latest = useRef(onEnter);
  latest.current = onEnter;
  const root = useCallback(
    (element: HTMLElement | null) => {
      editor.setRootElement(element);
      if (element && focusAtOnce) editor.focus();
    },
    [editor, focusAtOnce],
  );
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!event || event.shiftKey || !latest.current) return false;
          event.preventDefault();
          latest.current(event);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );
  function onKeyCapture(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !onChord) return;
    event.preventDefault();
    event.stopPropagation();
    onChord(event.nativeEvent);
  }
  return (
    <div className="text-box">
      <div
        ref={root}
        className="notranslate x1a2b3c4 x9z8y7w6"
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        spellCheck
        aria-label={label}
        aria-placeholder={placeholder}
        onKeyDownCapture={onKeyCapture}
        onInput={onInput}
      />
      {box.text === "" && (
        <div className="placeholder" aria-hidden="true">
          {placeholder}
        </div>
      )}
      <Mentions editor={editor} />
    </div>
  );
}
