/** A published post, and the card that stands for one inside a quote. */
import { useState } from "react";
import { Avatar } from "../shared/avatar";
import { emojiIn, emojiPicture } from "../shared/entities";
import { label } from "../shared/labels";
import { go } from "../shared/navigate";
import { me, type Person, type Story } from "../shared/people";

/** Text with its emoji as pictures, the way published posts have them. */
export function Published({ text }: { text: string }) {
  const pieces: (string | JSX.Element)[] = [];
  let from = 0;
  for (const { start, end, text: emoji } of emojiIn(text)) {
    pieces.push(text.slice(from, start));
    pieces.push(<img key={start} className="emoji-img" alt={emoji} src={emojiPicture(emoji)} />);
    from = end;
  }
  pieces.push(text.slice(from));
  return (
    <div data-testid="tweetText" className="post-text" dir="auto">
      {pieces}
    </div>
  );
}

export function UserName({ of, ago }: { of: Person; ago: string }) {
  return (
    <div data-testid="User-Name" className="user-name">
      <a href={`/${of.handle}`}>
        <b>{of.name}</b>
      </a>{" "}
      <a href={`/${of.handle}`} className="quiet" tabIndex={-1}>
        @{of.handle}
      </a>{" "}
      <span className="quiet">· {ago}</span>
    </div>
  );
}

interface Props {
  story: Story;
  /** The post that a page is about. */
  focal?: boolean;
  actions?: boolean;
}

export function Article({ story, focal = false, actions = true }: Props) {
  const [menu, setMenu] = useState(false);
  return (
    <article data-testid="tweet" tabIndex={focal ? -1 : 0} className="article">
      <Avatar of={story.by} />
      <div className="article-body">
        <UserName of={story.by} ago={story.ago} />
        <Published text={story.text} />
        {actions && (
          <div role="group" className="actions">
            <button
              type="button"
              data-testid="reply"
              aria-label={label("reply")}
              onClick={() => go("/compose/post", { reply: story.id })}
            >
              💬
            </button>
            <button type="button" data-testid="retweet" aria-label={label("repost")} onClick={() => setMenu(!menu)}>
              🔁
            </button>
            <button type="button" data-testid="like" aria-label={label("like")}>
              ♡
            </button>
            {menu && (
              <div role="menu" className="menu">
                <a
                  role="menuitem"
                  href="/compose/post"
                  onClick={(event) => {
                    event.preventDefault();
                    setMenu(false);
                    go("/compose/post", { quote: story.id });
                  }}
                >
                  {label("quote")}
                </a>
              </div>
            )}
          </div>
        )}
      </div>
    </article>
  );
}

export function QuotedCard({ story }: { story: Story }) {
  return (
    <div role="link" tabIndex={0} className="quoted">
      <div className="quoted-head">
        <Avatar of={story.by} size={20} />
        <UserName of={story.by} ago={story.ago} />
      </div>
      <Published text={story.text} />
    </div>
  );
}

/** What this account posted itself, newest first. */
export function ownStory(id: string, text: string): Story {
  return { id, by: me, text, ago: "now" };
}
