import { mayCompile } from "../../shared/load-module";
import { checkerInputs, type Settings } from "../../shared/settings";
import { type CheckerHost, NO_HOST } from "./host";
import { pageHost } from "./page-host";
import { workerHost } from "./worker-host";

/** Above this many names the directory stays in the background, once for all pages. */
export const MOST_NAMES_IN_PAGE = 2000;

/** The best host that this page and these settings allow. Never rejects: the last resort says that nothing is checked. */
export async function chooseHost(settings: Settings, signal: AbortSignal): Promise<CheckerHost> {
  if (settings.people_count <= MOST_NAMES_IN_PAGE && (await mayCompile())) {
    try {
      return await pageHost(checkerInputs(settings), signal);
    } catch {
      // The background holds the same module under its own policy: it may still answer.
    }
  }
  try {
    return await answering(
      workerHost(() => chrome.runtime.connect({ name: "checker" }), signal),
      signal,
    );
  } catch {
    return NO_HOST;
  }
}

/** A background without WebAssembly still opens ports, so it is asked one empty draft before it is believed. */
async function answering(host: CheckerHost, signal: AbortSignal): Promise<CheckerHost> {
  await host.check({ text: "", site: "other", surface: "post", capacity: "personal", attachments: [] }, signal);
  return host;
}
