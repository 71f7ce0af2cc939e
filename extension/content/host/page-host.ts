import { Checker, initSync, policies } from "../../.wasm/lozenge_wasm.js";
import { loadModule } from "../../shared/load-module";
import type { CheckerOptions, PolicySummary } from "../../shared/records";
import type { CheckerHost } from "./host";

/** Loaded once a frame and kept: settings change more often than the module. */
let ready: Promise<void> | undefined;

async function load(): Promise<void> {
  initSync({ module: await loadModule("wasm/lozenge_wasm_bg.wasm") });
}

/** The checker in the content script itself: it answers at once, so a clean press is never touched. */
export async function pageHost(policy: string, options: CheckerOptions, signal: AbortSignal): Promise<CheckerHost> {
  ready ??= load().catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  await ready;
  const checker = new Checker(policy, options);
  signal.addEventListener("abort", () => checker.free(), { once: true });
  const documents = new Map<string, PolicySummary>(policies().map((summary) => [summary.id, summary]));
  return {
    kind: "page",
    check: async (draft) => checker.check(draft),
    checkNow: (draft) => checker.check(draft),
    document: (id) => documents.get(id),
  };
}
