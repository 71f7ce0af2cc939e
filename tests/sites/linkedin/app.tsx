/** LinkedIn's pages. */
import { label } from "../shared/labels";
import { usePlace } from "../shared/navigate";
import { me } from "../shared/people";
import { switches } from "../shared/switches";
import { Footer } from "../shared/timeline";
import { CompanyPage } from "./company";
import { Feed, Timeline } from "./feed";
import { MessagingPage } from "./messages";
import { AboutForm, MessageDialog, ProfilePage, RecommendationForm } from "./profile";
import { PictureForm } from "./profile-picture";

const PORTRAIT =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'%3E%3Crect width='1' height='1' fill='%233d7a6e'/%3E%3C/svg%3E";

function Framed() {
  const query = new URLSearchParams(location.search);
  query.delete("frame");
  return (
    <iframe data-testid="interop-iframe" title={label("home")} src={`/preload/?${query}`} className="interop-iframe" />
  );
}

function Page({ path }: { path: string }) {
  if (path.startsWith("/messaging/")) {
    return (
      <>
        <MessagingPage />
        {path.startsWith("/messaging/compose/") && <MessageDialog />}
      </>
    );
  }
  if (path.startsWith("/company/")) return <CompanyPage />;
  if (path.startsWith("/in/")) {
    return (
      <>
        <ProfilePage path={path} />
        {/\/edit\/(?:forms|intro)\//.test(path) && <AboutForm />}
        {path.includes("/details/recommendations/edit/write/") && <RecommendationForm />}
        {path.includes("/edit/photo/") && <PictureForm field="photo" />}
        {path.includes("/edit/background/") && <PictureForm field="background" />}
        <Timeline />
      </>
    );
  }
  return <Feed />;
}

export function App() {
  const { path } = usePlace();
  if (switches.frame && path !== "/preload/") return <Framed />;
  return (
    <div className="frame">
      {path !== "/preload/" && (
        <header className="global-nav">
          <span className="wordmark" aria-hidden="true">
            ▣
          </span>
          <a href="/feed/">{label("home")}</a>
          <a href="/messaging/thread/2001/">{label("messages")}</a>
          <span className="grow" />
          {switches.generation === "ember" && (
            <img className="global-nav__me-photo" src={PORTRAIT} alt={me.name} width={28} height={28} />
          )}
        </header>
      )}
      <main>
        <Page path={path} />
        <Footer />
      </main>
    </div>
  );
}
