/** A conversation, as a page of its own and as a tab beside the feed. Enter sends. */
import { label } from "../shared/labels";
import { gwen } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { useTimeline } from "../shared/timeline";
import { Button } from "./button";
import { fill, useLexical } from "./lexical";
import { TextBox } from "./textbox";

export function Conversation({ tab = false }: { tab?: boolean }) {
  const box = useLexical("plain");
  const rerender = useRerender();
  const sent = useTimeline().filter(({ surface }) => surface === "message");
  const enabled = box.text.trim() !== "";

  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || !enabled) return;
    publish({ surface: "message", text: box.text, trusted });
    fill(box.editor, "");
  }

  return (
    <div role={tab ? "region" : "main"} className={tab ? "chat-tab card" : "conversation card"}>
      <a href="/gwenprosser" aria-label={gwen.name} className="conversation-head">
        <b>{gwen.name}</b>
      </a>
      <div className="bubbles" role="log">
        <p className="bubble">Did the minibus turn up in the end?</p>
        {sent.reverse().map((post) => (
          <p className="bubble mine" key={post.at}>
            {post.text}
          </p>
        ))}
      </div>
      <div role="group" aria-label={label("threadComposer")} className="message-box">
        <TextBox box={box} label={label("message")} placeholder="Aa" onEnter={submit} onInput={rerender.onInput} />
        <Button
          key={rerender.surroundings}
          label={label("pressEnter")}
          className="send"
          disabled={!enabled}
          onPress={submit}
        >
          ➤
        </Button>
      </div>
    </div>
  );
}
