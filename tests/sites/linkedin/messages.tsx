/** The message form: lines in a box of LinkedIn's own, whose model follows each input. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { label } from "../shared/labels";
import { gwen } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { switches } from "../shared/switches";
import { useTimeline } from "../shared/timeline";

/** One line a paragraph; a break inside one is a line too, unless it only keeps an empty line open. */
function linesOf(box: HTMLElement): string {
  return [...box.children]
    .map((line) =>
      [...line.childNodes]
        .map((node) => (node instanceof HTMLBRElement ? (node.nextSibling ? "\n" : "") : (node.textContent ?? "")))
        .join(""),
    )
    .join("\n");
}

function emptyLine(): HTMLElement {
  const line = document.createElement("p");
  line.append(document.createElement("br"));
  return line;
}

export function MessageForm() {
  const [text, setText] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const rerender = useRerender();
  useEffect(() => {
    document.execCommand("defaultParagraphSeparator", false, "p");
    box.current?.append(emptyLine());
  }, []);

  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || text.trim() === "") return;
    publish({ surface: "message", text, trusted });
    setText("");
    box.current?.replaceChildren(emptyLine());
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || !switches.enterSends) return;
    event.preventDefault();
    submit(event.nativeEvent);
  }

  return (
    <form className="msg-form" onSubmit={(event) => event.preventDefault()}>
      <div className="msg-form__msg-content-container">
        <div
          ref={box}
          className="msg-form__contenteditable"
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          aria-multiline="true"
          aria-label={label("message")}
          onInput={(event) => {
            // Whoever deletes everything deletes the last line with it.
            if (event.currentTarget.children.length === 0) event.currentTarget.replaceChildren(emptyLine());
            setText(linesOf(event.currentTarget));
            rerender.onInput();
          }}
          onKeyDown={onKey}
        />
        {text === "" && (
          <div className="msg-form__placeholder" aria-hidden="true">
            {label("message")}
          </div>
        )}
      </div>
      <footer className="msg-form__footer" key={rerender.surroundings}>
        <button
          type="submit"
          className="msg-form__send-button artdeco-button"
          disabled={text.trim() === ""}
          onClick={(event) => {
            event.preventDefault();
            submit(event.nativeEvent);
          }}
        >
          {label("send")}
        </button>
      </footer>
    </form>
  );
}

function Sent() {
  const sent = useTimeline().filter(({ surface }) => surface === "message");
  return (
    <ul className="msg-s-message-list" data-replica="timeline">
      <li>
        <p>Thanks for the reading list.</p>
      </li>
      {sent.reverse().map((post) => (
        <li key={post.at} className="mine">
          <p>{post.text}</p>
        </li>
      ))}
    </ul>
  );
}

/** The conversation in a window at the foot of the page. */
export function MessageBubble() {
  return (
    <aside className="msg-overlay-conversation-bubble">
      <header>
        <h2 className="msg-overlay-bubble-header__title">{gwen.name}</h2>
      </header>
      <Sent />
      <MessageForm />
    </aside>
  );
}

export function MessagingPage() {
  return (
    <section className="card messaging">
      <h2 className="msg-entity-lockup__entity-title">{gwen.name}</h2>
      <Sent />
      <MessageForm />
    </section>
  );
}
