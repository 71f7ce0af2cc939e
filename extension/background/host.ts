import type { CheckerModule, LoadedChecker } from "../shared/checker-module";
import type { CheckReply, CheckRequest } from "../shared/messages";
import { summaryOf } from "../shared/own-pack";
import { parseCheckRequest } from "../shared/parse";
import type { Draft, LozengeError, PolicySummary } from "../shared/records";
import { type CheckerInputs, checkerInputs, type Settings } from "../shared/settings";

/**
 * The checker for pages that do not let a content script compile WebAssembly,
 * and for directories too large to be held in each page.
 */

/** The part of the module that a host needs. */
export type HostModule = Pick<CheckerModule, "Checker" | "policies" | "policy">;

export interface Host {
  serve(port: chrome.runtime.Port): void;
  answer(request: CheckRequest): Promise<CheckReply>;
  /** Settings changed: the next draft gets checkers made from the new ones. */
  forget(): void;
}

interface Made {
  checker: LoadedChecker;
  /** What the pack says of its document. */
  document?: PolicySummary;
}

export function createHost(load: () => Promise<HostModule>, settings: () => Promise<Settings>): Host {
  let checkers = new Map<string, Promise<Made>>();
  let inputs: Promise<CheckerInputs & { organisation: string }> | undefined;

  async function checkerFor(draft: Draft): Promise<Made> {
    inputs ??= settings().then((now) => ({ ...checkerInputs(now), organisation: now.organisation.value }));
    const mine = checkers;
    const now = await inputs;
    const organisation = draft.organisation ?? now.organisation;
    const known = mine.get(organisation);
    if (known !== undefined) return known;
    const pack = organisation === now.organisation ? now.pack : organisation;
    const made = load().then(({ Checker, policies, policy }) => {
      const checker = new Checker(pack, now.options);
      const document =
        pack === organisation ? policies().find(({ id }) => id === organisation) : summaryOf(policy(pack));
      return { checker, ...(document && { document }) };
    });
    mine.set(organisation, made);
    // A checker that could not be made is tried again with the next draft.
    made.catch(() => mine.delete(organisation));
    return made;
  }

  function forget(): void {
    const old = checkers;
    checkers = new Map();
    inputs = undefined;
    for (const made of old.values()) made.then(({ checker }) => checker.free()).catch(() => undefined);
  }

  async function answer({ seq, draft }: CheckRequest): Promise<CheckReply> {
    try {
      const { checker, document } = await checkerFor(draft);
      return { type: "report", seq, report: checker.check(draft), ...(document && { document }) };
    } catch (error) {
      // After a trap the module's memory cannot be trusted, so its checkers go.
      if (isTrap(error)) checkers = new Map();
      return { type: "failed", seq, error: asError(error) };
    }
  }

  return {
    answer,
    forget,
    serve(port) {
      port.onMessage.addListener(async (value: unknown) => {
        const request = parseCheckRequest(value);
        if (request === undefined) return;
        const reply = await answer(request);
        try {
          port.postMessage(reply);
        } catch {
          // The page went away while its draft was being checked.
        }
      });
    },
  };
}

/** Where WebAssembly is switched off its very name may be missing. */
function isTrap(error: unknown): boolean {
  return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
}

/** The checker's own errors say what to do; of any other only the kind is passed on, since its words may quote the draft. */
function asError(error: unknown): LozengeError {
  if (typeof error === "object" && error !== null && "code" in error && "message" in error) {
    const { code, message } = error;
    if (typeof code === "string" && typeof message === "string") return { code, message };
  }
  const kind = error instanceof Error ? error.name : "unknown";
  return { code: "checker-failed", message: `The checker could not answer (${kind}).` };
}
