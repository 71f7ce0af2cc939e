import { languageOf } from "../../shared/message-language";
import type { Clause, Finding, PolicySummary, Report, Severity, Surface } from "../../shared/records";
import type { LogoPicture } from "../pictures/album";

/** What the card shows: the whole of it, made anew for each change. */

/** Why a draft that holds a `stop` may go all the same; the author picks, types nothing. */
export const REASONS = ["not-real", "permission", "public", "about-me", "wrong"] as const;
export type Reason = (typeof REASONS)[number];

export type CardState =
  /** The box is watched and empty. */
  | "ready"
  | "checking"
  /** An answer came for exactly this text, and it is clean. */
  | "clear"
  /** All that was found is answered. */
  | "answered"
  | "findings"
  /** A press was held. */
  | "held"
  /** The press was let go and the site did not react. */
  | "press-again"
  /** The checker failed or was late for this text. */
  | "not-checked"
  /** A picture could not be looked at, or not in time. */
  | "picture-unseen"
  /** WebAssembly is not to be had. */
  | "no-checker"
  | "unknown-box"
  /** The extension was updated under the page. */
  | "stale";

export interface CardFinding {
  /** Its place in the report: what actions name it by. */
  index: number;
  severity: Severity;
  message: string;
  /** What language the message is in. */
  lang: string;
  quotes: string[];
  clauses: { clause: Clause; document?: PolicySummary }[];
  fixes: string[];
  /** A fix that did not go in as meant: its words, to be copied instead. */
  copy?: { why: "differs" | "refused"; words: string };
  reason?: Reason;
  /** The pictures that it rests on. */
  pictures?: LogoPicture[];
}

export interface CardView {
  state: CardState;
  surface: Surface;
  findings: CardFinding[];
  /** No organisation is chosen: clauses are an example. */
  example: boolean;
  /** What held the press, in the state `held`. */
  level: "stop" | "warn";
  /** The organisation lets no reason answer a `stop`: the text has to change. */
  final: boolean;
  /** What was held: a press that publishes, or a key that may; Lozenge never publishes in answer to that one. */
  pressed: "button" | "key";
  /** A picture that goes with it was not looked at. */
  unseen?: boolean;
  /** The box cannot be marked: quotes are buttons that select. */
  quotesSelect: boolean;
}

/** Whether what holds may go: every `stop` has its reason, and reasons count. */
export function mayGo(view: CardView): boolean {
  return view.findings.every((finding) => finding.severity !== "stop" || (!view.final && finding.reason !== undefined));
}

/** Findings as the card shows them; those for which `hidden` holds are left out. */
export function toCard(
  report: Report,
  hidden: (finding: Finding) => boolean,
  extra: (finding: Finding, index: number) => Pick<CardFinding, "copy" | "reason" | "pictures">,
  document: (policy: string) => PolicySummary | undefined,
): CardFinding[] {
  return report.findings.flatMap((finding, index) =>
    hidden(finding)
      ? []
      : [
          {
            index,
            severity: finding.severity,
            message: finding.message,
            lang: languageOf(finding),
            quotes: quotesOf(finding.spans.length > 0 ? finding.spans : finding.why),
            clauses: finding.clauses.map((clause) => {
              const about = document(clause.policy);
              return about === undefined ? { clause } : { clause, document: about };
            }),
            fixes: finding.fixes.map((fix) => fix.label),
            ...extra(finding, index),
          },
        ],
  );
}

function quotesOf(quoted: readonly { quote: string }[]): string[] {
  return [...new Set(quoted.map((one) => one.quote).filter((quote) => quote.trim() !== ""))];
}
