import type { Watch } from "../../shared/messages";
import type { Report } from "../../shared/records";
import { type CardFinding, type CardView, toCard } from "../card/view";
import { isSettled } from "../hold/decide";
import type { CheckerHost } from "../host/host";
import type { Album } from "../pictures/album";
import { speaksOfPictures } from "../pictures/interest";
import type { ComposeBox } from "../sites/site";
import { reasonKey, type State } from "./state";

/** All that a session knows and its card shows. */
export interface Known extends Omit<State, "caret" | "passing" | "wanted" | "reading"> {
  box: ComposeBox;
  /** Where the checker has something to say of its pictures. */
  album: Album | undefined;
  host: CheckerHost | undefined;
  chosen: boolean;
  empty: boolean;
  /** The key of what stands in the box now. */
  key: string | undefined;
}

const LAPSED = { nothing: "ready", text: "not-checked", picture: "picture-unseen" } as const;

export function viewOf(known: Known): CardView {
  const { box, host, answer, hold } = known;
  const base = {
    surface: box.surface,
    findings: [],
    example: !known.chosen,
    level: hold?.level === "stop" ? ("stop" as const) : ("warn" as const),
    final: answer !== undefined && "report" in answer && answer.report.final_stops === true,
    pressed: hold?.sure === false ? ("key" as const) : ("button" as const),
    quotesSelect: box.editor === "field",
    unseen: known.album?.has("failed") === true || (hold !== undefined && known.album?.has("waiting") === true),
  };
  if (host?.kind === "none") return { ...base, state: "no-checker" };
  if (known.empty) return { ...base, state: LAPSED[known.lapsed ?? "nothing"] };
  const current = answer !== undefined && answer.key === known.key;
  if (answer === undefined || "failed" in answer) {
    return { ...base, state: hold?.level === "again" ? "press-again" : current ? "not-checked" : "checking" };
  }
  const findings = cardFindings(known, answer.report);
  if (hold !== undefined) return { ...base, findings, state: hold.level === "again" ? "press-again" : "held" };
  // What the last answer found stands, shifted, until the next one is there; that it found nothing does not.
  if (findings.length > 0) return { ...base, findings, state: "findings" };
  if (!current || known.album?.has("waiting")) return { ...base, state: "checking" };
  if (base.unseen) return { ...base, state: "picture-unseen" };
  return { ...base, state: answer.report.findings.length === 0 ? "clear" : "answered" };
}

function cardFindings(known: Known, report: Report): CardFinding[] {
  return toCard(
    report,
    (finding) => isSettled(finding, known.dismissed),
    (finding, index) => {
      const reason = known.reasons.get(reasonKey(finding));
      const copy = known.copies.get(index);
      const pictures = speaksOfPictures(finding) ? known.album?.pictures(finding.kind) : undefined;
      return { ...(reason && { reason }), ...(copy && { copy }), ...(pictures && { pictures }) };
    },
    (policy) => known.host?.document(policy),
  );
}

/** What the badge and the popup are told of the box. */
export function standingOf(known: Known): { watch: Watch; report?: Report } {
  const { state } = viewOf(known);
  switch (state) {
    case "no-checker":
    case "not-checked":
      return { watch: "no-checker" };
    case "ready":
      return { watch: "idle" };
    case "picture-unseen":
      if (known.empty) return { watch: "idle" };
      break;
    case "checking":
      return { watch: "checking" };
  }
  const { answer } = known;
  if (answer === undefined || "failed" in answer) return { watch: "no-checker" };
  const findings = answer.report.findings.filter((finding) => !isSettled(finding, known.dismissed));
  return { watch: "checked", report: { ...answer.report, findings } };
}
