/** The page of one post, with the reply box that is mounted only when somebody goes for it. */
import { useState } from "react";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { me, stories, storyOf } from "../shared/people";
import { Article } from "./article";
import { Composer } from "./composer";

export function StatusPage({ id }: { id: string }) {
  const story = storyOf(id);
  const [open, setOpen] = useState(false);
  return (
    <section>
      <Article story={story} focal />
      <div data-testid="inline_reply_offscreen" className="inline-reply">
        {open ? (
          <>
            <p className="replying quiet">
              {label("replyingTo")} <a href={`/${story.by.handle}`}>@{story.by.handle}</a>
            </p>
            <Composer inline reply={story} focusAtOnce />
          </>
        ) : (
          <div className="part">
            <Avatar of={me} />
            <div
              data-testid="tweetTextarea_0_label"
              role="button"
              tabIndex={0}
              className="text-holder collapsed quiet"
              onClick={() => setOpen(true)}
            >
              {label("reply")}
            </div>
          </div>
        )}
      </div>
      {stories
        .filter((other) => other.id !== story.id)
        .map((other) => (
          <Article key={other.id} story={other} />
        ))}
    </section>
  );
}
