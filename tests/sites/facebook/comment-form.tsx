/** The form in which a comment, or an answer to one, is written. Enter sends. */
import { useState } from "react";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { me } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { Button } from "./button";
import { fill, useLexical } from "./lexical";
import { TextBox } from "./textbox";

interface Props {
  /** Begins the box's name; the rest is a person. */
  boxLabel: string;
  surface: "comment" | "reply";
  focusAtOnce?: boolean;
  onSent: (text: string) => void;
}

export function CommentForm({ boxLabel, surface, focusAtOnce = false, onSent }: Props) {
  const box = useLexical("rich");
  const [focused, setFocused] = useState(focusAtOnce);
  const rerender = useRerender();
  const enabled = box.text.trim() !== "";

  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || !enabled) return;
    publish({ surface, text: box.text, trusted });
    onSent(box.text);
    fill(box.editor, "");
  }

  return (
    <form role="presentation" className="comment-form" onSubmit={(event) => event.preventDefault()}>
      <Avatar of={me} size={32} />
      <div className="comment-box" onFocus={() => setFocused(true)}>
        <TextBox
          box={box}
          label={boxLabel}
          placeholder={boxLabel}
          focusAtOnce={focusAtOnce}
          onEnter={submit}
          onInput={rerender.onInput}
        />
        {focused && (
          <div className="comment-bar" key={rerender.surroundings}>
            <span id="focused-state-composer-submit">
              <Button label={label("comment")} className="send" disabled={!enabled} onPress={submit}>
                ➤
              </Button>
            </span>
          </div>
        )}
      </div>
    </form>
  );
}
