/** Comments of the older kind, with Quill. The submit button is mounted once there is text. */
import { useState } from "react";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { gwen, me, type Person } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { useQuill } from "./quill-box";

export interface CommentProps {
  surface: "comment" | "reply";
  to?: Person;
  onSent: (text: string) => void;
}

function EmberCommentForm({ surface, to, onSent }: CommentProps) {
  const rerender = useRerender();
  const box = useQuill({
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
    <form className="comments-comment-box__form" onSubmit={(event) => event.preventDefault()}>
      <Avatar of={me} size={32} />
      <div className="comments-comment-texteditor">
        <div className="editor-container">
          <div className="ql-container" ref={box.attach} />
        </div>
      </div>
      {box.text.trim() !== "" && (
        <div className="comments-comment-box__submit" key={rerender.surroundings}>
          <button
            type="button"
            className="comments-comment-box__submit-button--cr artdeco-button"
            onClick={(event) => submit(event.nativeEvent)}
          >
            <span className="artdeco-button__text">{label(to ? "reply" : "comment")}</span>
          </button>
        </div>
      )}
    </form>
  );
}

function EmberComment({ by, text }: { by: Person; text: string }) {
  const [replying, setReplying] = useState(false);
  return (
    <article className="comments-comment-entity">
      <Avatar of={by} size={32} />
      <div>
        <a className="comments-comment-meta__description-title" href={`/in/${by.handle}/`}>
          {by.name}
        </a>
        <p className="update-components-text">{text}</p>
        <button
          type="button"
          className="comments-comment-social-bar__reply-action-button--cr"
          onClick={() => setReplying(true)}
        >
          {label("reply")}
        </button>
        {replying && <EmberCommentForm surface="reply" to={by} onSent={() => setReplying(false)} />}
      </div>
    </article>
  );
}

export function EmberComments() {
  const [mine, setMine] = useState<string[]>([]);
  return (
    <div className="comments-comments-list">
      <EmberCommentForm surface="comment" onSent={(text) => setMine((old) => [...old, text])} />
      <EmberComment by={gwen} text="See you there." />
      {mine.map((text) => (
        <EmberComment key={text} by={me} text={text} />
      ))}
    </div>
  );
}
