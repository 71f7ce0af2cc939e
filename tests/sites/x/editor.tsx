/** One text holder of X: Draft.js inside X's two wrappers, which share the prefix of its test id. */
import { Editor, type EditorState, RichUtils } from "draft-js";
import { type KeyboardEvent, useRef } from "react";
import { TypeaheadList, useTypeahead } from "./typeahead";

interface Props {
  testId: string;
  /** Tells the lists of suggestions on one page apart. */
  number: number;
  state: EditorState;
  label: string;
  placeholder: string;
  focusAtOnce?: boolean;
  onChange: (state: EditorState) => void;
  onBlur?: () => void;
  onSubmit: (event: Event) => void;
  /** Messages send on Enter; posts only with Ctrl or Cmd. */
  enterSubmits?: boolean;
}

export function TextHolder(props: Props) {
  const { state, onChange } = props;
  const suggestions = useTypeahead(props.number, state, onChange);
  const focused = useRef(false);

  function handleReturn(event: KeyboardEvent): "handled" | "not-handled" {
    const chord = event.ctrlKey || event.metaKey;
    if (chord || (props.enterSubmits && !event.shiftKey)) {
      props.onSubmit(event.nativeEvent);
      return "handled";
    }
    if (props.enterSubmits) {
      onChange(RichUtils.insertSoftNewline(state));
      return "handled";
    }
    return "not-handled";
  }

  const wrapped = props.testId.startsWith("tweetTextarea_");
  return (
    <div className="text-holder" data-testid={wrapped ? `${props.testId}_label` : undefined}>
      <div
        data-testid={wrapped ? `${props.testId}RichTextInputContainer` : undefined}
        onKeyDownCapture={suggestions.onKey}
      >
        <Editor
          ref={(editor) => {
            if (!editor || focused.current || !props.focusAtOnce) return;
            focused.current = true;
            editor.focus();
          }}
          webDriverTestID={props.testId}
          ariaLabel={props.label}
          ariaMultiline
          ariaAutoComplete="list"
          ariaControls={suggestions.listId}
          // The typings lack what Draft.js passes on to the element.
          {...{ ariaActiveDescendantID: suggestions.activeId }}
          role="textbox"
          spellCheck
          editorState={state}
          placeholder={state.getCurrentContent().hasText() ? "" : props.placeholder}
          handleReturn={handleReturn}
          onChange={onChange}
          onBlur={() => props.onBlur?.()}
        />
      </div>
      <TypeaheadList of={suggestions} />
    </div>
  );
}
