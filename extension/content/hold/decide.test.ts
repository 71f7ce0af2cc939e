import { describe, expect, it } from "vitest";
import type { Finding, Report, Severity } from "../../shared/records";
import {
  attended,
  decide,
  type Known,
  letPass,
  type Memory,
  NO_MEMORY,
  painted,
  READING_TIME,
  reopen,
  settle,
} from "./decide";

function finding(severity: Severity, quote: string, family = "colleague-named"): Finding {
  const spans = quote === "" ? [] : [{ start: 0, end: quote.length, quote }];
  return { family, kind: "named", severity, spans, message: "m", why: [], clauses: [], fixes: [], confidence: 1 };
}

function known(holds: Report["holds"], ...findings: Finding[]): Known {
  return { state: "report", report: { policy: "p", capacity: "personal", findings, holds, holds_from: "warn" } };
}

function inMessage(holds: Report["holds"], ...findings: Finding[]): Known {
  return { state: "report", report: { policy: "p", capacity: "personal", findings, holds, holds_from: "stop" } };
}

const first = { time: 1000, echo: false, sure: true };
function at(memory: Memory, answer: Known, press = first, text = "text", chosen = true): string {
  const verdict = decide(memory, answer, press, text, chosen);
  return verdict.verdict === "hold" ? verdict.level : verdict.verdict;
}

const jo = finding("warn", "Jo Bloggs");
const number = finding("stop", "943 476 5919", "patient-identifier");

describe("a press that publishes", () => {
  it("passes when the report is clean, when only advice stands, and when the checker failed", () => {
    expect(at(NO_MEMORY, known("none"))).toBe("pass");
    expect(at(NO_MEMORY, known("none", finding("advise", "x")))).toBe("pass");
    expect(at(NO_MEMORY, { state: "failed" })).toBe("pass");
  });

  it("waits while the answer for its text is out", () => {
    expect(at(NO_MEMORY, { state: "unknown" })).toBe("ask");
  });

  it("is held by a warning and by a stop", () => {
    expect(at(NO_MEMORY, known("warn", jo))).toBe("warn");
    expect(at(NO_MEMORY, known("stop", number, jo))).toBe("stop");
  });

  it("is held by nothing while the organisation only tries Lozenge out", () => {
    const report: Report = {
      policy: "p",
      capacity: "personal",
      findings: [number, jo],
      holds: "none",
      holds_from: "never",
    };
    expect(at(NO_MEMORY, { state: "report", report })).toBe("pass");
  });

  it("is held by a stop that no reason answers, until the text is another", () => {
    const report: Report = {
      policy: "p",
      capacity: "personal",
      findings: [number],
      holds: "stop",
      holds_from: "warn",
      final_stops: true,
    };
    expect(at(settle(NO_MEMORY, [number]), { state: "report", report })).toBe("stop");
    expect(at(settle(NO_MEMORY, [jo]), { state: "report", report: { ...report, findings: [jo] } })).toBe("pass");
  });

  it("is not held by a warning until an organisation is chosen", () => {
    expect(at(NO_MEMORY, known("warn", jo), first, "text", false)).toBe("pass");
    expect(at(NO_MEMORY, known("stop", number, jo), first, "text", false)).toBe("stop");
  });

  it("is not held by a warning where the report says that only a stop holds, nor once that stop is answered", () => {
    expect(at(NO_MEMORY, inMessage("none", jo))).toBe("pass");
    expect(at(NO_MEMORY, inMessage("stop", number, jo))).toBe("stop");
    expect(at(settle(NO_MEMORY, [number]), inMessage("stop", number, jo))).toBe("pass");
  });
});

describe("the second press on a warning", () => {
  const seen = painted(NO_MEMORY, [jo], 1000);
  const report = known("warn", jo);

  it("goes through once the card could be read", () => {
    expect(at(seen, report, { ...first, time: 1000 + READING_TIME, echo: false })).toBe("pass");
  });
  it("goes through at once after a finding on the same card was answered", () => {
    const both = known("stop", number, jo);
    const shown = painted(NO_MEMORY, [number, jo], 1000);
    const soon = { ...first, time: 1001, echo: false };
    expect(at(settle(shown, [number]), both, soon)).toBe("warn");
    expect(at(attended(settle(shown, [number])), both, soon)).toBe("pass");
    expect(at(attended(settle(NO_MEMORY, [number])), both, soon)).toBe("warn");
  });

  it("is held before that, as a key repeat, and as the second click of a double-click", () => {
    expect(at(seen, report, { ...first, time: 1000 + READING_TIME - 1, echo: false })).toBe("warn");
    expect(at(seen, report, { ...first, time: 9000, echo: true })).toBe("warn");
  });
  it("is held when the card was never painted", () => {
    expect(at(NO_MEMORY, report, { ...first, time: 9000, echo: false })).toBe("warn");
  });
  it("is held when a finding came that the card has not shown", () => {
    expect(at(seen, known("warn", jo, finding("warn", "Ann Other")), { ...first, time: 9000, echo: false })).toBe(
      "warn",
    );
  });
  it("is not put off by painting the same findings again", () => {
    expect(at(painted(seen, [jo], 1600), report, { ...first, time: 1700, echo: false })).toBe("pass");
  });
  it("never answers a stop", () => {
    expect(at(painted(NO_MEMORY, [number], 0), known("stop", number), { ...first, time: 9000, echo: false })).toBe(
      "stop",
    );
  });
});

describe("what the author decided", () => {
  it("holds for the same finding in a changed text", () => {
    const memory = settle(NO_MEMORY, [jo]);
    const moved = { ...jo, spans: [{ start: 40, end: 49, quote: "Jo Bloggs" }] };
    expect(at(memory, known("warn", moved), first, "another text")).toBe("pass");
  });
  it("does not hold for a new quote, another kind, or a harder severity", () => {
    const memory = settle(NO_MEMORY, [jo]);
    expect(at(memory, known("warn", finding("warn", "Ann Other")))).toBe("warn");
    expect(at(memory, known("warn", { ...jo, kind: "performance" }))).toBe("warn");
    expect(at(memory, known("stop", { ...jo, severity: "stop" }))).toBe("stop");
  });
  it("needs every quote of a finding answered", () => {
    const two = { ...jo, spans: [...jo.spans, { start: 20, end: 29, quote: "Ann Other" }] };
    expect(at(settle(NO_MEMORY, [jo]), known("warn", two))).toBe("warn");
    expect(at(settle(NO_MEMORY, [two]), known("warn", jo))).toBe("pass");
  });
  it("lets warnings that a held stop has shown go with the next press", () => {
    const memory = settle(painted(NO_MEMORY, [number, jo], 0), [number]);
    expect(at(memory, known("stop", number, jo), { ...first, time: 9000, echo: false })).toBe("pass");
  });
  it("lets exactly one text pass whatever stands", () => {
    const memory = letPass(NO_MEMORY, "text");
    expect(at(memory, known("stop", number))).toBe("pass");
    expect(at(memory, known("stop", number), first, "text!")).toBe("stop");
    expect(at(memory, known("stop", number), { ...first, time: 9000, echo: true })).toBe("stop");
  });
  it("is asked anew for what is there instead, and for nothing else", () => {
    const logo = finding("warn", "", "logo");
    const memory = painted(settle(settle(NO_MEMORY, [logo]), [number]), [logo], 0);
    const anew = reopen(memory, ({ family }) => family === "logo");
    expect(at(memory, known("warn", logo))).toBe("pass");
    expect(at(anew, known("warn", logo), { ...first, time: 9000 })).toBe("warn");
    expect(at(anew, known("stop", number))).toBe("pass");
  });
  it("keeps a settled severity when a softer one is settled after it", () => {
    const memory = settle(settle(NO_MEMORY, [number]), [{ ...number, severity: "warn" }]);
    expect(at(memory, known("stop", number))).toBe("pass");
  });
});
