import type { CheckerModule, LoadedChecker } from "../shared/checker-module";
import type { CheckReply, CheckRequest } from "../shared/messages";
import { summaryOf } from "../shared/own-pack";
import { parseCheckRequest } from "../shared/parse";
import type { Draft, LozengeError, PolicySummary } from "../shared/records";
import { checkerInputs, type Settings } from "../shared/settings";

/**
 * The checker for pages that do not let a content script compile WebAssembly,
 * and wherever colleagues are listed: the names are looked up here and never handed to a page.
 */

/** The part of the module that a host needs. */
export type HostModule = Pick<CheckerModule, "Checker" | "policy">;

export interface Host {
  serve(port: chrome.runtime.Port): void;
  answer(request: CheckRequest): Promise<CheckReply>;
  /** Settings changed: the next draft gets checkers made from the new ones. */
  forget(): void;
}

interface Made {
  checker: LoadedChecker;
  /** What the pack says of its document. */
  document: PolicySummary;
}

export function createHost(
  load: () => Promise<HostModule>,
  settings: () => Promise<Settings>,
  lists: (names: readonly string[]) => Promise<Uint8Array[]>,
): Host {
  let checkers = new Map<string, Promise<Made>>();
  let inputs: Promise<{ settings: Settings; organisation: string }> | undefined;

  async function checkerFor(draft: Draft): Promise<Made> {
    inputs ??= settings().then((now) => ({ settings: now, organisation: now.organisation.value }));
    const mine = checkers;
    const now = await inputs;
    const organisation = draft.organisation ?? now.organisation;
    const known = mine.get(organisation);
    if (known !== undefined) return known;
    // Not kept: a checker needs a list once, when it is made. A browser that lost it still has its drafts checked.
    const colleagues = lists(now.settings.directories).catch(() => []);
    const made = Promise.all([load(), colleagues]).then(([{ Checker, policy }, found]) => {
      const inputs = checkerInputs(now.settings, found);
      const pack = organisation === now.organisation ? inputs.pack : organisation;
      const checker = new Checker(pack, inputs.options);
      return { checker, document: summaryOf(policy(pack)) };
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
      return { type: "report", seq, report: checker.check(draft), document };
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
