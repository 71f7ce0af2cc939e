/** Moves inside a single-page site: the address changes, the document stays. */
import { useEffect, useState } from "react";

const MOVED = "replica-moved";

/** Parts of an address that belong to one page and are not carried on to the next. */
const PAGES_OWN = ["in_reply_to", "shareActive"];

function carried(): string {
  const query = new URLSearchParams(location.search);
  for (const name of PAGES_OWN) query.delete(name);
  const rest = query.toString();
  return rest ? `?${rest}` : "";
}

export interface Place {
  path: string;
  /** The post that a composer opened here is about. */
  about?: { reply?: string; quote?: string };
}

function here(): Place {
  const about = (history.state as Place["about"] | null) ?? undefined;
  const reply = new URLSearchParams(location.search).get("in_reply_to");
  if (about) return { path: location.pathname, about };
  return reply ? { path: location.pathname, about: { reply } } : { path: location.pathname };
}

export function go(path: string, about?: Place["about"]): void {
  history.pushState(about ?? null, "", path + carried());
  window.dispatchEvent(new Event(MOVED));
}

/** Where the page is now, kept up to date. */
export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const moved = () => setPlace(here());
    window.addEventListener(MOVED, moved);
    window.addEventListener("popstate", moved);
    return () => {
      window.removeEventListener(MOVED, moved);
      window.removeEventListener("popstate", moved);
    };
  }, []);
  return place;
}
