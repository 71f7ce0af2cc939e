import { site as facebook } from "./facebook";
import { site as linkedin } from "./linkedin";
import type { Site } from "./site";
import { site as x } from "./x";

const sites: readonly Site[] = [x, facebook, linkedin];

/** The adapter that serves a host name. */
export function siteFor(host: string): Site | undefined {
  return sites.find((site) => site.serves(host));
}
