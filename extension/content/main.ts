import { removeLeftovers } from "./card/mount";
import { startController } from "./controller";
import { siteFor } from "./sites";

/**
 * The content script: at document_start, in every frame of the sites.
 *
 * The page must never notice it fail: whatever is thrown here ends here, and nothing is logged.
 */

const marked = globalThis as typeof globalThis & { lozengeRuns?: boolean };

function start(): void {
  if (marked.lozengeRuns === true) return;
  const site = siteFor(location.hostname);
  if (site === undefined) return;
  marked.lozengeRuns = true;
  removeLeftovers();
  startController(site, new AbortController());
}

try {
  start();
} catch {
  // Without Lozenge the page works as it always did.
}
