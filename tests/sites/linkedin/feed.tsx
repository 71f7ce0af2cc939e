/** The feed of each generation. */
import { useState } from "react";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { me, type Story, stories } from "../shared/people";
import { switches } from "../shared/switches";
import { useTimeline, wordsOf } from "../shared/timeline";
import { OWN_POST } from "./about-text";
import { EmberComments } from "./ember-comments";
import { EmberShare } from "./ember-share";
import { showInOutlet } from "./interop";
import { MessageBubble } from "./messages";
import { SduiComments } from "./sdui-comments";
import { SduiShare } from "./sdui-share";

const old = switches.generation === "ember";

export function Timeline() {
  return (
    <div data-replica="timeline">
      {useTimeline().map((post) => (
        <div key={post.at} data-replica="posted" className="card">
          <div className="author">
            <Avatar of={me} size={48} /> <b>{me.name}</b>
          </div>
          {wordsOf(post).map((text) => (
            <p key={text} className="words">
              {text}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

function Launcher({ onOpen }: { onOpen: () => void }) {
  return (
    <div className="card launcher share-box-feed-entry__top-bar">
      <Avatar of={me} size={48} />
      <button type="button" className="pill" aria-label={label("startPost")} data-replica="launcher" onClick={onOpen}>
        {label("startPost")}
      </button>
    </div>
  );
}

function EmberStory({ story }: { story: Story }) {
  return (
    <div className="feed-shared-update-v2 card" data-urn={`urn:li:activity:${story.id}`}>
      <div className="author update-components-actor">
        <Avatar of={story.by} size={48} />
        <a href={`/in/${story.by.handle}/`} className="update-components-actor__title">
          {story.by.name}
        </a>
      </div>
      <p className="update-components-text words">{story.text}</p>
      <EmberComments />
    </div>
  );
}

function SduiStory({ story }: { story: Story }) {
  return (
    <div
      role="listitem"
      componentkey={`update-${story.id}`}
      className="card"
      data-view-tracking-scope={`[{"contentTrackingId":"${story.id}","urn":"urn:li:activity:${story.id}"}]`}
    >
      <div className="author">
        <Avatar of={story.by} size={48} />
        <a href={`/in/${story.by.handle}/`}>{story.by.name}</a>
        <button type="button" className="grow" aria-label={`${label("more")} ${story.by.name}`}>
          ⋯
        </button>
      </div>
      <p data-testid="expandable-text-box" className="words">
        {story.text}
      </p>
      <SduiComments of={story.id} />
    </div>
  );
}

function Identity() {
  return (
    <div className="feed-identity-module card">
      <div className="feed-identity-module__actor-meta">
        <a href="/in/sam-okafor/">{me.name}</a>
      </div>
    </div>
  );
}

/** A post of the account's own, with the menu that leads to its edit dialog. */
function OwnPost() {
  const [editing, setEditing] = useState(false);
  const close = () => setEditing(false);
  return (
    <div className="card" data-replica="own-post">
      <div className="author">
        <Avatar of={me} size={48} /> <b>{me.name}</b>
        <div role="menu">
          <button type="button" role="menuitem" data-replica="edit" onClick={() => setEditing(true)}>
            {label("editPost")}
          </button>
        </div>
      </div>
      <p className="words">{OWN_POST}</p>
      {editing &&
        (old ? (
          <EmberShare as={me} surface="edit" starts={OWN_POST} onClose={close} />
        ) : (
          <SduiShare starts={OWN_POST} onClose={close} />
        ))}
    </div>
  );
}

export function Feed() {
  const [sharing, setSharing] = useState(switches.shareActive && switches.generation !== "interop");
  const open = () => (switches.generation === "interop" ? showInOutlet("share") : setSharing(true));
  const close = () => setSharing(false);
  return (
    <div>
      {old && <Identity />}
      <Launcher onOpen={open} />
      <Timeline />
      <div role="list">
        {stories.map((story) =>
          old ? <EmberStory key={story.id} story={story} /> : <SduiStory key={story.id} story={story} />,
        )}
      </div>
      <OwnPost />
      {old && <MessageBubble />}
      {sharing && (old ? <EmberShare as={me} surface="post" onClose={close} /> : <SduiShare onClose={close} />)}
    </div>
  );
}
