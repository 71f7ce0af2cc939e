import { describe, expect, it } from "vitest";
import type { CheckRequest } from "../../shared/messages";
import type { Draft, Report } from "../../shared/records";
import { workerHost } from "./worker-host";

const draft: Draft = { text: "a", site: "other", surface: "post", capacity: "personal" };
const report: Report = { policy: "p", capacity: "personal", findings: [], holds: "none", holds_from: "warn" };

/** A port whose other end the test plays. */
function fakePort() {
  const heard: ((message: unknown) => void)[] = [];
  const closed: (() => void)[] = [];
  const sent: CheckRequest[] = [];
  const port = {
    name: "checker",
    onMessage: { addListener: (listener: (message: unknown) => void) => heard.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => closed.push(listener) },
    postMessage: (message: CheckRequest) => sent.push(message),
    disconnect: () => undefined,
  } as unknown as chrome.runtime.Port;
  return {
    port,
    sent,
    say(message: unknown) {
      for (const listener of heard) listener(message);
    },
    die() {
      for (const listener of closed) listener();
    },
  };
}

function setUp() {
  const ports: ReturnType<typeof fakePort>[] = [];
  const abort = new AbortController();
  const host = workerHost(() => {
    const made = fakePort();
    ports.push(made);
    return made.port;
  }, abort.signal);
  const last = () => ports.at(-1) ?? fakePort();
  return { host, ports, abort, last };
}

describe("the checker in the background", () => {
  it("answers the request whose number the reply carries", async () => {
    const { host, last } = setUp();
    const first = host.check(draft, new AbortController().signal);
    const second = host.check({ ...draft, text: "b" }, new AbortController().signal);
    expect(last().sent.map((request) => request.seq)).toEqual([1, 2]);
    last().say({ type: "report", seq: 2, report: { ...report, policy: "second" } });
    last().say({ type: "report", seq: 1, report });
    expect((await first).policy).toBe("p");
    expect((await second).policy).toBe("second");
  });

  it("asks again at once over a new port when the background died", async () => {
    const { host, ports, last } = setUp();
    const answer = host.check(draft, new AbortController().signal);
    last().die();
    expect(ports).toHaveLength(2);
    expect(last().sent).toEqual([{ type: "check", seq: 1, draft }]);
    last().say({ type: "report", seq: 1, report });
    expect(await answer).toEqual(report);
  });

  it("gives up when the background will not stay up", async () => {
    const { host, last } = setUp();
    const answer = host.check(draft, new AbortController().signal);
    last().die();
    last().die();
    last().die();
    await expect(answer).rejects.toThrow("does not stay up");
  });

  it("treats a failure and an unreadable report as a failure, never as clear", async () => {
    const { host, last } = setUp();
    const failed = host.check(draft, new AbortController().signal);
    last().say({ type: "failed", seq: 1, error: { code: "pack", message: "m" } });
    await expect(failed).rejects.toThrow("pack");
    const broken = host.check(draft, new AbortController().signal);
    last().say({ type: "report", seq: 2, report: { findings: [] } });
    await expect(broken).rejects.toThrow();
  });

  it("rejects what is no longer asked, and everything when it is put away", async () => {
    const { host, abort } = setUp();
    const asked = new AbortController();
    const one = host.check(draft, asked.signal);
    asked.abort();
    await expect(one).rejects.toThrow();
    const two = host.check(draft, new AbortController().signal);
    abort.abort();
    await expect(two).rejects.toThrow();
  });
});
