import type { CheckReply, CheckRequest } from "../../shared/messages";
import { parseCheckReply } from "../../shared/parse";
import type { Draft, PolicySummary, Report } from "../../shared/records";
import type { CheckerHost } from "./host";

/** How often one request is sent anew after the background died under it. */
const ATTEMPTS = 3;

interface Waiting {
  request: CheckRequest;
  attempts: number;
  resolve(report: Report): void;
  reject(error: unknown): void;
}

/**
 * The checker in the background, over a port.
 *
 * The browser ends the background whenever it likes; the port then closes, and what was asked and not
 * answered is asked again over a new one at once. Answers may come late or twice: each is told by its number.
 */
export function workerHost(connect: () => chrome.runtime.Port, signal: AbortSignal): CheckerHost {
  let port: chrome.runtime.Port | undefined;
  let seq = 0;
  const waiting = new Map<number, Waiting>();
  const documents = new Map<string, PolicySummary>();

  function open(): chrome.runtime.Port {
    if (port !== undefined) return port;
    const opened = connect();
    port = opened;
    opened.onMessage.addListener((message: unknown) => {
      const reply = parseCheckReply(message);
      if (reply !== undefined) answer(reply);
    });
    opened.onDisconnect.addListener(() => {
      if (port === opened) port = undefined;
      for (const one of [...waiting.values()]) post(one);
    });
    return opened;
  }

  function answer(reply: CheckReply): void {
    const one = waiting.get(reply.seq);
    if (one === undefined) return;
    waiting.delete(reply.seq);
    if (reply.type === "failed") {
      one.reject(new Error(reply.error.code));
      return;
    }
    if (reply.document !== undefined) documents.set(reply.document.id, reply.document);
    one.resolve(reply.report);
  }

  function post(one: Waiting): void {
    one.attempts += 1;
    try {
      if (one.attempts > ATTEMPTS) throw new Error("the background does not stay up");
      open().postMessage(one.request);
    } catch (error) {
      waiting.delete(one.request.seq);
      one.reject(error);
    }
  }

  signal.addEventListener(
    "abort",
    () => {
      port?.disconnect();
      port = undefined;
      for (const one of waiting.values()) one.reject(signal.reason);
      waiting.clear();
    },
    { once: true },
  );

  return {
    kind: "worker",
    document: (id) => documents.get(id),
    check: (draft: Draft, asked: AbortSignal) =>
      new Promise<Report>((resolve, reject) => {
        if (asked.aborted || signal.aborted) {
          reject(new DOMException("no longer asked", "AbortError"));
          return;
        }
        seq += 1;
        const one: Waiting = { request: { type: "check", seq, draft }, attempts: 0, resolve, reject };
        waiting.set(seq, one);
        asked.addEventListener(
          "abort",
          () => {
            waiting.delete(one.request.seq);
            reject(asked.reason);
          },
          { once: true },
        );
        post(one);
      }),
  };
}
