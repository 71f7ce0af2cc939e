import { Checker, initSync, policy } from "../../.wasm/lozenge_wasm.js";
import { loadModule } from "../../shared/load-module";
import { summaryOf } from "../../shared/own-pack";
import type { PolicySummary } from "../../shared/records";
import type { CheckerInputs } from "../../shared/settings";
import type { CheckerHost } from "./host";

/** Loaded once a frame and kept: settings change more often than the module. */
let ready: Promise<void> | undefined;

async function load(): Promise<void> {
  initSync({ module: await loadModule("wasm/lozenge_wasm_bg.wasm") });
}

/** The checker in the content script itself: it answers at once, so a clean press is never touched. */
export async function pageHost({ pack, options }: CheckerInputs, signal: AbortSignal): Promise<CheckerHost> {
  ready ??= load().catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  await ready;
  const checker = new Checker(pack, options);
  signal.addEventListener("abort", () => checker.free(), { once: true });
  // Read when a card first names it: most boxes are left before that.
  let document: PolicySummary | undefined;
  return {
    kind: "page",
    check: async (draft) => checker.check(draft),
    checkNow: (draft) => checker.check(draft),
    document: (id) => {
      document ??= summaryOf(policy(pack));
      return document.id === id ? document : undefined;
    },
  };
}
