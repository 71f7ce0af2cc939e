/** X's composer: one text holder or, in a thread, several, with one bar and one submit button. */
import { useRef, useState } from "react";
import { useAttachments } from "../shared/attachments";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { me, type Story } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { switches } from "../shared/switches";
import { QuotedCard } from "./article";
import { LIMIT, weightedLength } from "./count";
import { TextHolder } from "./editor";
import { MobileHolder } from "./mobile";
import { useParts } from "./parts";
import { PollFields } from "./poll";
import { Previews } from "./previews";
import { ToolBar } from "./toolbar";

interface Props {
  inline: boolean;
  reply?: Story;
  quote?: Story;
  focusAtOnce?: boolean;
  onPosted?: () => void;
}

const EMPTY_POLL = ["", ""];
let holders = 0;

export function Composer({ inline, reply, quote, focusAtOnce, onPosted }: Props) {
  const number = useRef(0);
  number.current ||= ++holders * 10;
  const parts = useParts();
  const [poll, setPoll] = useState<string[]>();
  const rerender = useRerender();
  const attachments = useAttachments(4, rerender.onAttach);

  const lengths = parts.all.map(({ state }) => weightedLength(state.getCurrentContent().getPlainText("\n").trim()));
  const thread = parts.all.length > 1;
  const pollReady = !poll || poll.slice(0, 2).every((option) => option.trim() !== "");
  const bare = attachments.items.length > 0 && !thread;
  const enabled = lengths.every((length) => (length > 0 || bare) && length <= LIMIT) && pollReady;

  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || !enabled) return;
    // A key comes from inside the part being edited, and X takes that part along.
    if (event instanceof KeyboardEvent) for (const part of parts.all) parts.commit(part.key);
    const texts = parts.texts();
    const surface = poll ? "poll" : reply ? "reply" : quote ? "quote" : thread ? "thread" : "post";
    publish({
      surface,
      trusted,
      ...(thread ? { parts: texts } : { text: texts[0] ?? "" }),
      ...(poll ? { options: poll.filter((option) => option !== "") } : {}),
      ...(attachments.items.length > 0 ? { attachments: attachments.items.map(({ name }) => name) } : {}),
    });
    parts.reset();
    attachments.clear();
    setPoll(undefined);
    onPosted?.();
  }

  const placeholder = reply ? "reply" : "whatIsHappening";
  return (
    <div className="composer" {...attachments.gestures}>
      <div className="parts">
        {parts.all.map((part, index) => (
          <div className="part" key={part.key}>
            <Avatar of={me} />
            <div className="part-body">
              {switches.mobile ? (
                <MobileHolder
                  testId={`tweetTextarea_${index}`}
                  state={part.state}
                  onChange={(state) => parts.change(part.key, state)}
                />
              ) : (
                <TextHolder
                  key={rerender.editor}
                  testId={`tweetTextarea_${index}`}
                  number={number.current + index}
                  state={part.state}
                  label={label("postText")}
                  placeholder={label(index > 0 ? "add" : placeholder)}
                  focusAtOnce={focusAtOnce || index > 0}
                  onChange={(state) => {
                    const typed = state.getCurrentContent() !== part.state.getCurrentContent();
                    parts.change(part.key, state);
                    if (typed) rerender.onInput();
                  }}
                  onBlur={() => parts.commit(part.key)}
                  onSubmit={submit}
                />
              )}
              {index === 0 && <Previews items={attachments.items} onRemove={attachments.remove} />}
              {index === 0 && poll && (
                <PollFields options={poll} onChange={setPoll} onRemove={() => setPoll(undefined)} />
              )}
              {index === 0 && quote && <QuotedCard story={quote} />}
            </div>
          </div>
        ))}
      </div>
      <div className="below" key={rerender.surroundings} data-turn={rerender.surroundings}>
        <ToolBar
          inline={inline}
          enabled={enabled}
          thread={thread}
          reply={reply !== undefined}
          length={Math.max(...lengths)}
          canAdd={!reply && (lengths[lengths.length - 1] ?? 0) > 0}
          onFiles={attachments.onChange}
          onPoll={() => setPoll(EMPTY_POLL)}
          onAdd={parts.add}
          onSubmit={submit}
        />
      </div>
    </div>
  );
}
