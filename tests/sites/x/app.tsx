/** X's pages: the page behind, and the layer above it while one is open. */
import { useRef } from "react";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { go, usePlace } from "../shared/navigate";
import { me, stories } from "../shared/people";
import { StrangeBox } from "../shared/strange-box";
import { switches } from "../shared/switches";
import { Footer, useTimeline, wordsOf } from "../shared/timeline";
import { Article, ownStory } from "./article";
import { ComposeModal } from "./compose-modal";
import { Composer } from "./composer";
import { ChatMessages, OldMessages } from "./messages";
import { ProfileForm, ProfilePage } from "./profile";
import { StatusPage } from "./status";

const OPENS_A_LAYER = /^\/(?:compose\/(?:post|tweet)|settings\/profile)$/;
const STATUS = /^\/\w+\/status\/(\d+)/;
const PROFILE = /^\/(\w+)$/;

function Timeline() {
  return (
    <div data-replica="timeline" aria-label={label("home")}>
      {useTimeline().map((post) => (
        <div key={post.at} data-replica="posted">
          {wordsOf(post).map((text) => (
            <Article key={text} story={ownStory(String(post.at), text)} />
          ))}
        </div>
      ))}
    </div>
  );
}

function StrangeComposer() {
  return (
    <StrangeBox
      label={label("postText")}
      submitLabel={label("post")}
      holderMarks={{ "data-testid": "tweetTextarea_0" }}
      submitMarks={{ "data-testid": "tweetButtonInline" }}
    />
  );
}

function Home() {
  return (
    <>
      {switches.strange ? <StrangeComposer /> : <Composer inline />}
      <Timeline />
      {stories.map((story) => (
        <Article key={story.id} story={story} />
      ))}
    </>
  );
}

function Page({ path }: { path: string }) {
  const status = STATUS.exec(path)?.[1];
  if (status) {
    return (
      <>
        <StatusPage id={status} />
        <Timeline />
      </>
    );
  }
  if (path.startsWith("/i/chat")) return <ChatMessages />;
  if (path.startsWith("/messages")) return <OldMessages />;
  const handle = PROFILE.exec(path)?.[1];
  if (!handle || handle === "home") return <Home />;
  return (
    <>
      <ProfilePage handle={handle} />
      <Timeline />
    </>
  );
}

function NavLink({ to, name, testId }: { to: string; name: string; testId?: string }) {
  return (
    <a
      href={to}
      data-testid={testId}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {name}
    </a>
  );
}

function SideBar() {
  return (
    <header role="banner" className="side">
      <nav>
        <span className="wordmark" aria-hidden="true">
          ◆
        </span>
        <NavLink to="/home" name={label("home")} testId="AppTabBar_Home_Link" />
        <NavLink to="/i/chat/1001" name={label("messages")} testId="AppTabBar_DirectMessage_Link" />
        <NavLink to={`/${me.handle}`} name={label("profile")} testId="AppTabBar_Profile_Link" />
        <a
          href="/compose/post"
          className="submit"
          data-testid="SideNav_NewTweet_Button"
          onClick={(event) => {
            event.preventDefault();
            go("/compose/post");
          }}
        >
          {label("post")}
        </a>
      </nav>
      <button type="button" data-testid="SideNav_AccountSwitcher_Button" className="account">
        <span data-testid={`UserAvatar-Container-${me.handle}`}>
          <Avatar of={me} />
        </span>
        <span>
          <b>{me.name}</b>
          <br />
          <span className="quiet">@{me.handle}</span>
        </span>
      </button>
    </header>
  );
}

export function App() {
  const { path, about } = usePlace();
  const behind = useRef("/home");
  const layered = OPENS_A_LAYER.test(path);
  if (!layered) behind.current = path;
  const close = () => go(behind.current);
  return (
    <div className="frame">
      <SideBar />
      <main role="main">
        <Page path={behind.current} />
        <Footer />
      </main>
      {layered &&
        (path === "/settings/profile" ? (
          <ProfileForm onClose={close} />
        ) : (
          <ComposeModal about={about} onClose={close} />
        ))}
    </div>
  );
}
