/** Facebook's pages. */
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { usePlace } from "../shared/navigate";
import { gwen, me, type Person, priya, stories } from "../shared/people";
import { switches } from "../shared/switches";
import { Footer, useTimeline, wordsOf } from "../shared/timeline";
import { HiddenDialogs } from "./dialog";
import { Launcher } from "./launcher";
import { Conversation } from "./messenger";
import { OwnPost } from "./own-post";
import { OwnProfile } from "./own-profile";
import { Published, StoryCard } from "./story";
import { TextStory } from "./text-story";

/** The page that the account looks after. */
const page: Person = {
  name: "Brookfield Health Centre",
  handle: "brookfieldhealthcentre",
  colour: "#2b6a4f",
  about: "Surgery and minor injuries.",
};

const comments: Record<string, { by: Person; text: string }[]> = {
  "1001": [{ by: gwen, text: "Sleep well! 😀" }],
  "1003": [{ by: priya, text: "Two for me please" }],
};

function Timeline({ as }: { as: Person }) {
  return (
    <div data-replica="timeline">
      {useTimeline().map((post) => (
        <div key={post.at} data-replica="posted" className="card story">
          <div className="author">
            <Avatar of={as} />
            <b>{as.name}</b>
          </div>
          {wordsOf(post).map((text) => (
            <Published key={text} text={text} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Feed() {
  return (
    <div role="main">
      <Launcher pagelet="FeedComposer" as={me} surface="post" audience />
      <Timeline as={me} />
      {stories.map((story) => (
        <StoryCard key={story.id} story={story} comments={comments[story.id] ?? []} />
      ))}
      <OwnPost />
    </div>
  );
}

function Group() {
  return (
    <div role="main">
      <h1 className="card heading">Allotment neighbours</h1>
      <Launcher pagelet="GroupInlineComposer" as={me} surface="group" />
      <Timeline as={me} />
    </div>
  );
}

function AsPage() {
  return (
    <div role="main">
      <h1 className="card heading">{page.name}</h1>
      <Launcher pagelet="ProfileComposer" as={page} surface="page" settings />
      <Timeline as={page} />
    </div>
  );
}

function Page({ path }: { path: string }) {
  if (location.hostname.endsWith("messenger.com") || path.startsWith("/messages")) {
    return (
      <div>
        <Conversation />
        <Timeline as={me} />
      </div>
    );
  }
  if (path.startsWith("/stories/create")) {
    return (
      <div>
        <TextStory />
        <Timeline as={me} />
      </div>
    );
  }
  if (path === "/sam.okafor") return <OwnProfile />;
  if (path.startsWith("/groups/")) return <Group />;
  if (location.hostname.startsWith("business.") || path.startsWith("/brookfield")) return <AsPage />;
  return <Feed />;
}

export function App() {
  const { path } = usePlace();
  return (
    <div className="frame">
      <div role="banner" className="top">
        <span className="wordmark" aria-hidden="true">
          ◈
        </span>
        <a href="/" aria-label={label("home")}>
          {label("home")}
        </a>
        <a href="/messages/t/2001" aria-label={label("messages")}>
          {label("messages")}
        </a>
        <span className="grow" />
        <Avatar of={me} size={32} />
      </div>
      <div className="column">
        <Page path={path} />
        <Footer />
      </div>
      {switches.chatTab && <Conversation tab />}
      <HiddenDialogs />
    </div>
  );
}
