export interface RunningSites {
  port: number;
  close(): Promise<void>;
}

/** Builds the replicas, unless told not to, and serves them; port 0 takes any free one. */
export function startSites(options?: { port?: number; http?: boolean; build?: boolean }): Promise<RunningSites>;
