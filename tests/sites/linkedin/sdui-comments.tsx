/** Comments of the newer kind, with Tiptap. The submit button is mounted once there is text. */
import { useState } from "react";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { gwen, me, type Person } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import type { CommentProps } from "./ember-comments";
import { TiptapField, useTiptap } from "./tiptap-box";

function SduiCommentBox({ id, surface, to, onSent }: CommentProps & { id: string }) {
  const rerender = useRerender();
  const box = useTiptap({
    label: label("textEditorComment"),
    placeholder: label("writeComment"),
    focusAtOnce: to !== undefined,
    onInput: rerender.onInput,
    onChord: submit,
    ...(to ? { mention: to } : {}),
  });
  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    const text = box.read();
    if (!heeded || text.trim() === "") return;
    publish({ surface, text, trusted });
    box.clear();
    onSent(text);
  }
  return (
    <div componentkey={`commentBox-${id}`} className="comment-box">
      <Avatar of={me} size={32} />
      <TiptapField box={box} turn={rerender.editor} />
      <div className="comment-tools" key={rerender.surroundings}>
        <button type="button" aria-label={label("media")}>
          <svg id="image-small" width="16" height="16" aria-hidden="true">
            <path d="M2 3H14V13H2Z" fill="currentColor" />
          </svg>
        </button>
        {box.text.trim() !== "" && (
          <button
            type="button"
            className="primary"
            componentkey={`commentButtonSection-${id}`}
            onClick={(event) => submit(event.nativeEvent)}
          >
            <span>{label(to ? "reply" : "comment")}</span>
          </button>
        )}
      </div>
    </div>
  );
}

function SduiComment({ id, by, text }: { id: string; by: Person; text: string }) {
  const [replying, setReplying] = useState(false);
  return (
    <div componentkey={`comment-${id}`} className="comment">
      <Avatar of={by} size={32} />
      <div>
        <a href={`/in/${by.handle}/`}>{by.name}</a>
        <p data-testid="expandable-text-box">{text}</p>
        <button type="button" componentkey={`replyButton-${id}`} onClick={() => setReplying(true)}>
          {label("reply")}
        </button>
        {replying && <SduiCommentBox id={`reply-${id}`} surface="reply" to={by} onSent={() => setReplying(false)} />}
      </div>
    </div>
  );
}

export function SduiComments({ of }: { of: string }) {
  const [mine, setMine] = useState<string[]>([]);
  return (
    <div>
      <SduiCommentBox id={of} surface="comment" onSent={(text) => setMine((old) => [...old, text])} />
      <SduiComment id={`${of}-1`} by={gwen} text="See you there." />
      {mine.map((text, index) => (
        <SduiComment key={text} id={`${of}-${index + 2}`} by={me} text={text} />
      ))}
    </div>
  );
}
