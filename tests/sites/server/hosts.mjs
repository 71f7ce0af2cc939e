/** Which host name belongs to which replica. */

/** @typedef {"x" | "facebook" | "linkedin"} ReplicaSite */

/** @type {Record<ReplicaSite, string[]>} */
export const domains = {
  x: ["x.com", "twitter.com"],
  facebook: ["facebook.com", "messenger.com"],
  linkedin: ["linkedin.com"],
};

/** Names that browsers are told to look up at the replicas. */
export const hosts = [
  "x.com",
  "mobile.x.com",
  "twitter.com",
  "mobile.twitter.com",
  "www.facebook.com",
  "business.facebook.com",
  "www.messenger.com",
  "www.linkedin.com",
];

/**
 * @param {string} host as in a Host header
 * @returns {ReplicaSite | undefined}
 */
export function siteOf(host) {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  const sites = /** @type {ReplicaSite[]} */ (Object.keys(domains));
  return sites.find((site) => domains[site].some((domain) => name === domain || name.endsWith(`.${domain}`)));
}
