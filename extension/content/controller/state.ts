import type { Finding, Report } from "../../shared/records";
import type { CardFinding, Reason } from "../card/view";
import { isSettled, keysOf, type Memory, NO_MEMORY } from "../hold/decide";
import type { Caret } from "./caret";
import type { Answer, Reading } from "./reading";

/** A press that was held, or that was let go and wants one more. */
export interface Hold {
  level: "stop" | "warn" | "again";
  /** Whether the press publishes for certain. */
  sure: boolean;
}

/** What is known of one box while it is in use. It lives in memory and goes with the box. */
export interface State {
  reading: Reading | undefined;
  answer: Answer | undefined;
  /** What the author decided of findings, and of these what is not shown any more. */
  memory: Memory;
  dismissed: Memory;
  hold: Hold | undefined;
  /** By the joined keys of a finding. */
  reasons: Map<string, Reason>;
  /** By a finding's place in the report. */
  copies: Map<number, NonNullable<CardFinding["copy"]>>;
  caret: Caret | undefined;
  /** The text of a press that went through, until when the page's own follow-up presses go with it, and whether a picture went unseen. */
  passing: { text: string; until: number; unseen: boolean } | undefined;
  /** What went a moment ago unchecked. */
  lapsed: "text" | "picture" | undefined;
  /** Whether the card is to be seen. */
  wanted: boolean;
}

export function newState(): State {
  return {
    reading: undefined,
    caret: undefined,
    passing: undefined,
    lapsed: undefined,
    wanted: false,
    ...undecided(),
  };
}

/** The post went, or the author began anew: what was decided was decided for that text. */
export function undecided(): Pick<State, "answer" | "memory" | "dismissed" | "hold" | "reasons" | "copies"> {
  return {
    answer: undefined,
    memory: NO_MEMORY,
    dismissed: NO_MEMORY,
    hold: undefined,
    reasons: new Map(),
    copies: new Map(),
  };
}

/** The report for exactly what stands in the box. */
export function currentReport({ answer, reading }: State): Report | undefined {
  return answer !== undefined && "report" in answer && answer.key === reading?.key ? answer.report : undefined;
}

/** The findings by their places; `undefined` where the author does not want to see one any more. */
export function visibleFindings({ dismissed }: State, report: Report): (Finding | undefined)[] {
  return report.findings.map((finding) => (isSettled(finding, dismissed) ? undefined : finding));
}

export function reasonKey(finding: Finding): string {
  return keysOf(finding).join("\n");
}
