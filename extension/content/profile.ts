/** Tells the author's bio when they open their own profile, so that a disclaimer in it counts. */
import type { Site } from "./sites/site";

export interface OwnProfile {
  handle: string;
  bio: string;
}

/** Calls `onProfile` once for each bio that is seen. Asks after navigation and clicks, never on a timer. */
export function watchProfile(site: Site, onProfile: (profile: OwnProfile) => void, signal: AbortSignal): void {
  let told = "";

  function look() {
    const profile = site.ownProfile();
    if (!profile) return;
    const key = JSON.stringify(profile);
    if (key === told) return;
    told = key;
    onProfile(profile);
  }

  // Single-page sites set the title when a page that was navigated to has its content.
  const titles = new MutationObserver(look);
  const start = () => {
    titles.observe(document.head, { subtree: true, childList: true, characterData: true });
    look();
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true, signal });
  else start();
  for (const type of ["load", "pageshow", "popstate", "click", "scrollend"]) {
    window.addEventListener(type, look, { capture: true, passive: true, signal });
  }
  signal.addEventListener("abort", () => titles.disconnect(), { once: true });
}
