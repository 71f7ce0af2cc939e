/** A published post with its actions and comments. */
import { useRef, useState } from "react";
import { Avatar } from "../shared/avatar";
import { emojiIn, emojiPicture } from "../shared/entities";
import { label } from "../shared/labels";
import { me, type Person, type Story } from "../shared/people";
import { Button } from "./button";
import { CommentForm } from "./comment-form";

/** Text with its emoji as pictures, the way published posts have them. */
export function Published({ text }: { text: string }) {
  const pieces: (string | JSX.Element)[] = [];
  let from = 0;
  for (const { start, end, text: emoji } of emojiIn(text)) {
    pieces.push(text.slice(from, start));
    pieces.push(<img key={start} className="emoji-img" height={16} alt={emoji} src={emojiPicture(emoji)} />);
    from = end;
  }
  pieces.push(text.slice(from));
  return (
    <div dir="auto" className="words">
      {pieces}
    </div>
  );
}

function Comment({ by, text }: { by: Person; text: string }) {
  const [replying, setReplying] = useState(false);
  const [replies, setReplies] = useState<string[]>([]);
  return (
    <div role="article" aria-label={`${label("comment")} ${by.name}`} className="comment">
      <Avatar of={by} size={32} />
      <div className="comment-body">
        <div className="bubble">
          <b>{by.name}</b>
          <Published text={text} />
        </div>
        <Button label={label("reply")} className="small" onPress={() => setReplying(true)} />
        {replies.map((reply) => (
          <div key={reply} role="article" aria-label={`${label("reply")} ${me.name}`} className="comment">
            <Avatar of={me} size={24} />
            <div className="bubble">
              <b>{me.name}</b>
              <Published text={reply} />
            </div>
          </div>
        ))}
        {replying && (
          <CommentForm
            boxLabel={`${label("replyTo")} ${by.name}…`}
            surface="reply"
            focusAtOnce
            onSent={(sent) => setReplies((old) => [...old, sent])}
          />
        )}
      </div>
    </div>
  );
}

export function StoryCard({ story, comments }: { story: Story; comments: { by: Person; text: string }[] }) {
  const [mine, setMine] = useState<string[]>([]);
  const card = useRef<HTMLDivElement>(null);
  return (
    <div role="article" className="card story" ref={card} aria-posinset={Number(story.id) - 1000}>
      <div className="author">
        <Avatar of={story.by} />
        <div>
          <a href={`#${story.by.handle}`}>
            <b>{story.by.name}</b>
          </a>
          <div className="quiet small">{story.ago}</div>
        </div>
      </div>
      <Published text={story.text} />
      <div className="actions">
        <Button label={label("like")} className="action" onPress={() => undefined} />
        <Button
          label={label("comment")}
          className="action"
          marks={{ "data-ad-rendering-role": "comment_button" }}
          onPress={() => card.current?.querySelector<HTMLElement>('form [role="textbox"]')?.focus()}
        />
      </div>
      {comments.map((comment) => (
        <Comment key={comment.text} {...comment} />
      ))}
      {mine.map((text) => (
        <Comment key={text} by={me} text={text} />
      ))}
      <CommentForm
        boxLabel={`${label("commentAs")} ${me.name}`}
        surface="comment"
        onSent={(text) => setMine((old) => [...old, text])}
      />
    </div>
  );
}
