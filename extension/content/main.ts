import { removeLeftovers } from "./card/mount";
import { startController } from "./controller";
import type { Site } from "./sites/site";

const marked = globalThis as typeof globalThis & { lozengeRuns?: boolean };

/**
 * The content script: at document_start, in every frame of a site, each site with its own adapter alone.
 *
 * The page must never notice it fail: whatever is thrown here ends here, and nothing is logged.
 */
export function start(site: Site): void {
  try {
    if (marked.lozengeRuns === true || !site.serves(location.hostname)) return;
    marked.lozengeRuns = true;
    removeLeftovers();
    startController(site, new AbortController());
  } catch {
    // Without Lozenge the page works as it always did.
  }
}
