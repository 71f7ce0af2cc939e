import { mayCompile } from "../../shared/load-module";
import { checkerInputs, type Settings } from "../../shared/settings";
import { type CheckerHost, NO_HOST } from "./host";
import { pageHost } from "./page-host";
import { workerHost } from "./worker-host";

/**
 * The best host that this page and these settings allow. Colleagues are listed in the background alone, however few:
 * no page's process ever holds their names.
 *
 * Never rejects: the last resort says that nothing is checked. */
export async function chooseHost(settings: Settings, signal: AbortSignal): Promise<CheckerHost> {
  if (settings.directories.length === 0 && (await mayCompile())) {
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
