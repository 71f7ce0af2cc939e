/** The open shadow root that holds the older dialogs and the message window on pages of the newer kind. */
import { useEffect, useState } from "react";
import { render } from "react-dom";
import { me } from "../shared/people";
import { switches } from "../shared/switches";
import { EmberShare } from "./ember-share";
import { InviteNote } from "./invite";
import { MessageBubble } from "./messages";

/** What the page may ask the outlet to show. */
type Shown = "share" | "invite";

const SHOW = "replica-show";

function Outlet() {
  const [shown, setShown] = useState<Shown | undefined>(switches.shareActive ? "share" : undefined);
  useEffect(() => {
    const show = (event: Event) => setShown((event as CustomEvent<Shown>).detail);
    window.addEventListener(SHOW, show);
    return () => window.removeEventListener(SHOW, show);
  }, []);
  const close = () => setShown(undefined);
  return (
    <div className="interop">
      <MessageBubble />
      {shown === "share" && <EmberShare as={me} surface="post" onClose={close} />}
      {shown === "invite" && <InviteNote onClose={close} />}
    </div>
  );
}

export function showInOutlet(what: Shown): void {
  window.dispatchEvent(new CustomEvent(SHOW, { detail: what }));
}

export function mountOutlet(): void {
  const host = document.createElement("div");
  host.id = "interop-outlet";
  host.dataset.testid = "interop-shadowdom";
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_replica/linkedin.css";
  const content = document.createElement("div");
  root.append(style, content);
  document.body.append(host);
  render(<Outlet />, content);
}
