/** Messages: the older box, which is Draft.js, and the newer one, which is a plain field. Enter sends in both. */
import { EditorState } from "draft-js";
import { type KeyboardEvent, useState } from "react";
import { label } from "../shared/labels";
import { priya } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { useTimeline } from "../shared/timeline";
import { decorator } from "./decorators";
import { TextHolder } from "./editor";

function Bubbles() {
  const sent = useTimeline().filter(({ surface }) => surface === "message");
  return (
    <div className="bubbles" data-testid="dm-message-list" data-replica="timeline">
      <p className="bubble theirs">Are you still on for Thursday?</p>
      {sent.reverse().map((post) => (
        <p className="bubble" key={post.at}>
          {post.text}
        </p>
      ))}
    </div>
  );
}

export function OldMessages() {
  const [state, setState] = useState(() => EditorState.createEmpty(decorator));
  const [sent, setSent] = useState(0);
  const rerender = useRerender();
  const enabled = state.getCurrentContent().hasText();

  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || !enabled) return;
    publish({ surface: "message", text: state.getCurrentContent().getPlainText("\n"), trusted });
    setState(EditorState.createEmpty(decorator));
    setSent((n) => n + 1);
  }

  return (
    <section className="conversation" data-testid="DmActivityContainer">
      <h2>{priya.name}</h2>
      <Bubbles />
      <div className="dm-box">
        <TextHolder
          key={sent}
          testId="dmComposerTextInput"
          number={5}
          state={state}
          label={label("message")}
          placeholder={label("startMessage")}
          enterSubmits
          focusAtOnce={sent > 0}
          onChange={(next) => {
            if (next.getCurrentContent() !== state.getCurrentContent()) rerender.onInput();
            setState(next);
          }}
          onSubmit={submit}
        />
        <button
          key={`send-${rerender.surroundings}`}
          type="button"
          className="submit"
          data-testid="dmComposerSendButton"
          aria-label={label("send")}
          disabled={!enabled}
          aria-disabled={!enabled || undefined}
          onClick={(event) => submit(event.nativeEvent)}
        >
          ➤
        </button>
      </div>
    </section>
  );
}

export function ChatMessages() {
  const [text, setText] = useState("");
  const rerender = useRerender();

  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || text.trim() === "") return;
    publish({ surface: "message", text, trusted });
    setText("");
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit(event.nativeEvent);
  }

  return (
    <section className="conversation" data-testid="dm-container">
      <h2 data-testid="dm-conversation-header">
        <a href={`/${priya.handle}`}>{priya.name}</a>
      </h2>
      <Bubbles />
      <div className="dm-box">
        <textarea
          data-testid="dm-composer-textarea"
          rows={1}
          aria-label={label("message")}
          placeholder={label("startMessage")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            rerender.onInput();
          }}
          onKeyDown={onKey}
        />
        <button
          key={`send-${rerender.surroundings}`}
          type="button"
          className="submit"
          data-testid="dm-composer-send-button"
          aria-label={label("send")}
          disabled={text.trim() === ""}
          onClick={(event) => submit(event.nativeEvent)}
        >
          ➤
        </button>
      </div>
    </section>
  );
}
