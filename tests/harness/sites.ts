/** Serves the replicas once for all browsers and workers. */
import { startSites } from "../sites/server.mjs";

export default async function serve(): Promise<() => Promise<void>> {
  const sites = await startSites();
  process.env.LOZENGE_SITES_PORT = String(sites.port);
  return () => sites.close();
}
