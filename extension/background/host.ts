import type { CheckerModule, LoadedChecker } from "../shared/checker-module";
import type { CheckReply, CheckRequest } from "../shared/messages";
import { parseCheckRequest } from "../shared/parse";
import type { CheckerOptions, Draft, LozengeError, PolicySummary } from "../shared/records";
import type { Settings } from "../shared/settings";

/**
 * The checker for pages that do not let a content script compile WebAssembly,
 * and for directories too large to be held in each page.
 */

/** The part of the module that a host needs. */
export type HostModule = Pick<CheckerModule, "Checker" | "policies">;

export interface Host {
  serve(port: chrome.runtime.Port): void;
  answer(request: CheckRequest): Promise<CheckReply>;
  /** Settings changed: the next draft gets checkers made from the new ones. */
  forget(): void;
}

interface Made {
  checker: LoadedChecker;
  /** What the pack says of its document; a pack that is not compiled in has none. */
  document?: PolicySummary;
}

export function createHost(load: () => Promise<HostModule>, settings: () => Promise<Settings>): Host {
  let checkers = new Map<string, Promise<Made>>();
  let options: Promise<{ organisation: string; options: CheckerOptions }> | undefined;

  async function checkerFor(draft: Draft): Promise<Made> {
    options ??= settings().then(asOptions);
    const mine = checkers;
    const now = await options;
    const organisation = draft.organisation ?? now.organisation;
    const known = mine.get(organisation);
    if (known !== undefined) return known;
    const made = load().then(({ Checker, policies }) => {
      const document = policies().find((summary) => summary.id === organisation);
      return { checker: new Checker(organisation, now.options), ...(document && { document }) };
    });
    mine.set(organisation, made);
    // A checker that could not be made is tried again with the next draft.
    made.catch(() => mine.delete(organisation));
    return made;
  }

  function forget(): void {
    const old = checkers;
    checkers = new Map();
    options = undefined;
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

function asOptions(settings: Settings): { organisation: string; options: CheckerOptions } {
  const { people, employer_names, employer_handles } = settings;
  return {
    organisation: settings.organisation.value,
    options: { directory: { people, employer_names, employer_handles }, off: settings.off.value },
  };
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
