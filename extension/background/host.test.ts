import { beforeEach, describe, expect, it } from "vitest";
import type { CheckerOptions, Draft, Policy, Report } from "../shared/records";
import { DEFAULTS, OWN_PACK, type RawSettings, resolve } from "../shared/settings";
import { createHost, type Host } from "./host";

const facts = { source: "team.csv", on: "2026-11-21", people: 1, handles: 0, agreed: 0, refused: 0 };
const draft: Draft = { text: "Dear Mr Smith", site: "x", surface: "post", capacity: "personal" };

describe("the checker host", () => {
  let made: { organisation: string; options: CheckerOptions; freed: boolean }[];
  let author: RawSettings;
  let fault: unknown;
  let host: Host;
  let kept: Record<string, Uint8Array>;

  beforeEach(() => {
    made = [];
    author = { version: 1, organisation: "elft" };
    fault = undefined;
    kept = {};
    class Checker {
      readonly #mine;
      constructor(organisation: string, options: CheckerOptions) {
        if (organisation === "unknown") throw { code: "unknown-policy", message: "There is no policy “unknown”." };
        this.#mine = { organisation, options, freed: false };
        made.push(this.#mine);
      }
      check(): Report {
        if (fault !== undefined) throw fault;
        return {
          policy: this.#mine.organisation,
          capacity: "personal",
          findings: [],
          holds: "none",
          holds_from: "warn",
        };
      }
      free(): void {
        this.#mine.freed = true;
      }
    }
    host = createHost(
      async () => ({
        Checker,
        policy: (pack) =>
          (pack === "elft"
            ? { id: "elft", title: "Social Media Policy", organisation: "ELFT" }
            : { id: "own-trust", title: "Own", organisation: "Own Trust" }) as Policy,
      }),
      async () => resolve({ author, default: DEFAULTS }),
      async (names) => names.flatMap((name) => kept[name] ?? []),
    );
  });

  it("answers with the number of the question", async () => {
    expect(await host.answer({ type: "check", seq: 5, draft })).toMatchObject({
      type: "report",
      seq: 5,
      report: { policy: "elft" },
      document: { title: "Social Media Policy" },
    });
  });

  it("makes one checker for an organisation", async () => {
    await Promise.all([1, 2, 3].map((seq) => host.answer({ type: "check", seq, draft })));
    await host.answer({ type: "check", seq: 4, draft: { ...draft, organisation: "nhs-trust" } });
    expect(made.map((one) => one.organisation)).toEqual(["elft", "nhs-trust"]);
  });

  it("answers under a pack of the author's own, and names its document", async () => {
    author = { version: 1, organisation: OWN_PACK, pack: "[policy]" };
    const reply = await host.answer({ type: "check", seq: 1, draft: { ...draft, organisation: OWN_PACK } });
    expect(made[0]?.organisation).toBe("[policy]");
    expect(reply).toMatchObject({ document: { id: "own-trust" } });
  });

  it("makes new checkers from new settings and lets the old ones go", async () => {
    await host.answer({ type: "check", seq: 1, draft });
    const list = new TextEncoder().encode("n,Asha,Patel\n");
    kept = { "author:1": list };
    author = { ...author, off: ["commercial-gain"], directory: { ...facts, list: "author:1" } };
    host.forget();
    await host.answer({ type: "check", seq: 2, draft });
    expect(made[0]?.freed).toBe(true);
    expect(made[1]?.options).toMatchObject({
      off: ["commercial-gain"],
      directory: { lists: [list] },
    });
  });

  it("checks without the colleagues where the browser lost their list", async () => {
    author = { ...author, directory: { ...facts, list: "author:gone" } };
    expect((await host.answer({ type: "check", seq: 1, draft })).type).toBe("report");
    expect(made[0]?.options.directory?.lists).toEqual([]);
  });

  it("passes on what the checker itself says is wrong", async () => {
    const reply = await host.answer({ type: "check", seq: 1, draft: { ...draft, organisation: "unknown" } });
    expect(reply).toMatchObject({ type: "failed", seq: 1, error: { code: "unknown-policy" } });
  });

  it("passes on no words of an error that may quote the draft", async () => {
    fault = new Error("cannot read “Dear Mr Smith”");
    const reply = await host.answer({ type: "check", seq: 1, draft });
    expect(reply.type).toBe("failed");
    expect(JSON.stringify(reply)).not.toContain("Smith");
  });

  it("makes a new checker after a trap", async () => {
    fault = new WebAssembly.RuntimeError("unreachable");
    await host.answer({ type: "check", seq: 1, draft });
    fault = undefined;
    expect((await host.answer({ type: "check", seq: 2, draft })).type).toBe("report");
    expect(made).toHaveLength(2);
  });
});
