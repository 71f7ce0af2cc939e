import type { Draft, PolicySummary, Report } from "../../shared/records";

/** Whatever answers for a draft: the module in the page, the same module in the background, or nothing. */
export interface CheckerHost {
  readonly kind: "page" | "worker" | "none";
  /** Rejects when the checker failed; a failure is never an empty report. */
  check(draft: Draft, signal: AbortSignal): Promise<Report>;
  /** The answer at once, where the module runs in the page. Throws when the checker failed. */
  checkNow?(draft: Draft): Report;
  /** What the pack says of its document: title, version, issue date. */
  document(policy: string): PolicySummary | undefined;
}

/** Where WebAssembly is not to be had at all, posting works as if Lozenge were not there. */
export const NO_HOST: CheckerHost = {
  kind: "none",
  check: () => Promise.reject(new Error("no checker")),
  document: () => undefined,
};
