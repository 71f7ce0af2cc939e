import type { Finding, Report, Severity } from "../../shared/records";

/**
 * Whether a press that publishes goes through. Pure: the clock, the press and the report come in as data.
 *
 * A decision of the author's is remembered per finding and quote, not per position: the same finding in a
 * text that was changed elsewhere does not ask again, a new one does.
 */

/** How long a press waits for the answer to exactly its text, in milliseconds. */
export const PATIENCE = 300;
/** How long a press waits for pictures that are still being looked at, in milliseconds; the answer for the text comes within it. */
export const PICTURE_PATIENCE = 500;
/** How long the card must have been in view before a further press counts as an answer to it. */
export const READING_TIME = 700;

export interface Press {
  /** Milliseconds, on the clock of `Memory.seen`. */
  time: number;
  /** Still the gesture of the press before: a key that repeats, or a further click of a double-click. */
  echo: boolean;
  /** Whether it publishes for certain. A key that may do something else for this author is never pressed for them. */
  sure: boolean;
}

/** What is known of exactly the text that is about to go. */
export type Known = { state: "report"; report: Report } | { state: "failed" } | { state: "unknown" };

/** What the author has decided in this box. */
export interface Memory {
  /** What was answered, and up to which severity. */
  readonly settled: ReadonlyMap<string, Severity>;
  /** What a held card has shown, and since when. */
  readonly seen?: { readonly keys: ReadonlySet<string>; readonly since: number };
  /** The text whose next press goes through whatever stands: the author has already let it go once. */
  readonly pass?: string;
}

export type Verdict = { verdict: "pass" } | { verdict: "ask" } | { verdict: "hold"; level: "stop" | "warn" };

export const NO_MEMORY: Memory = { settled: new Map() };

const RANK: Record<Severity, number> = { stop: 2, warn: 1, advise: 0 };

/** One key for each quote of a finding; one for the whole where it quotes nothing. */
export function keysOf(finding: Finding): string[] {
  const stem = `${finding.family}\n${finding.kind}\n`;
  return finding.spans.length === 0 ? [stem] : finding.spans.map((span) => stem + span.quote);
}

/** Whether the author has answered this finding, every quote of it, at its severity or a harder one. */
export function isSettled(finding: Finding, memory: Memory): boolean {
  return keysOf(finding).every((key) => {
    const answered = memory.settled.get(key);
    return answered !== undefined && RANK[answered] >= RANK[finding.severity];
  });
}

/**
 * The findings that hold a press now: those as severe as the report says that it takes on this surface.
 * Until an organisation is `chosen` clauses are an example, and an example holds back nothing but a `stop`.
 */
export function standing(report: Report, memory: Memory, chosen: boolean): Finding[] {
  if (report.holds_from === "never") return [];
  const least = chosen ? report.holds_from : "stop";
  const answered = (finding: Finding): boolean =>
    !(finding.severity === "stop" && report.final_stops) && isSettled(finding, memory);
  return report.findings.filter((finding) => RANK[finding.severity] >= RANK[least] && !answered(finding));
}

export function decide(memory: Memory, known: Known, press: Press, text: string, chosen: boolean): Verdict {
  if (memory.pass === text && !press.echo) return { verdict: "pass" };
  if (known.state === "failed") return { verdict: "pass" };
  if (known.state === "unknown") return { verdict: "ask" };
  const held = standing(known.report, memory, chosen);
  if (held.length === 0) return { verdict: "pass" };
  if (held.some((finding) => finding.severity === "stop")) return { verdict: "hold", level: "stop" };
  const seen = memory.seen;
  const answered =
    seen !== undefined &&
    !press.echo &&
    press.time - seen.since >= READING_TIME &&
    held.every((finding) => keysOf(finding).every((key) => seen.keys.has(key)));
  return answered ? { verdict: "pass" } : { verdict: "hold", level: "warn" };
}

/** The author answered these findings. */
export function settle(memory: Memory, findings: readonly Finding[]): Memory {
  const settled = new Map(memory.settled);
  for (const finding of findings) {
    for (const key of keysOf(finding)) {
      const before = settled.get(key);
      if (before === undefined || RANK[before] < RANK[finding.severity]) settled.set(key, finding.severity);
    }
  }
  return { ...memory, settled };
}

/** A held card was painted with these findings. The first painting counts, so that a second press is not put off for ever. */
export function painted(memory: Memory, findings: readonly Finding[], time: number): Memory {
  const keys = new Set(findings.flatMap(keysOf));
  const seen = memory.seen;
  if (seen !== undefined && [...keys].every((key) => seen.keys.has(key))) return memory;
  return { ...memory, seen: { keys, since: time } };
}

/** Who answers a finding on a held card has read the card: nothing is left to wait for. */
export function attended(memory: Memory): Memory {
  return memory.seen === undefined ? memory : { ...memory, seen: { ...memory.seen, since: Number.NEGATIVE_INFINITY } };
}

/** What was decided of these findings was decided of something that is not there any more. */
export function reopen(memory: Memory, about: (finding: { family: string }) => boolean): Memory {
  const stays = (key: string) => !about({ family: key.slice(0, key.indexOf("\n")) });
  const { seen, ...rest } = memory;
  return {
    ...rest,
    settled: new Map([...memory.settled].filter(([key]) => stays(key))),
    ...(seen !== undefined && [...seen.keys].every(stays) && { seen }),
  };
}

/** The next press with exactly this text goes through. */
export function letPass(memory: Memory, text: string): Memory {
  return { ...memory, pass: text };
}
