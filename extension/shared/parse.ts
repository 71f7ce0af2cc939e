import type {
  BadgeState,
  CheckReply,
  CheckRequest,
  PageState,
  PictureReply,
  PictureRequest,
  ReachCard,
  ShowFinding,
  ToBackground,
  Watch,
} from "./messages";
import type { Draft, LozengeError, PolicySummary, Report } from "./records";

/**
 * Checks messages on receipt. A message that is not what it claims to be is `undefined`: it is dropped, never half read.
 * Reports come from the extension's own module, so their shape is checked as deep as the faces reach blindly.
 */

type Fields = Record<string, unknown>;

const WATCHES: readonly string[] = [
  "idle",
  "checking",
  "checked",
  "unknown-box",
  "no-checker",
  "stale",
] satisfies Watch[];
const HOLDS: readonly unknown[] = ["stop", "warn", "none"] satisfies Report["holds"][];
const HOLDS_FROM: readonly unknown[] = ["stop", "warn", "never"] satisfies Report["holds_from"][];
const SEVERITIES: readonly unknown[] = ["stop", "warn", "advise"];

function fields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function areAll(value: unknown, test: (item: Fields) => boolean): boolean {
  return (
    Array.isArray(value) &&
    value.every((item) => {
      const inner = fields(item);
      return inner !== undefined && test(inner);
    })
  );
}

export function isReport(value: unknown): value is Report {
  const report = fields(value);
  return (
    report !== undefined &&
    typeof report.policy === "string" &&
    HOLDS.includes(report.holds) &&
    HOLDS_FROM.includes(report.holds_from) &&
    (report.final_stops === undefined || typeof report.final_stops === "boolean") &&
    areAll(
      report.findings,
      (finding) =>
        typeof finding.family === "string" &&
        typeof finding.kind === "string" &&
        typeof finding.message === "string" &&
        SEVERITIES.includes(finding.severity) &&
        areAll(finding.spans, (span) => isCount(span.start) && isCount(span.end) && typeof span.quote === "string") &&
        areAll(finding.clauses, (clause) => typeof clause.text === "string" && typeof clause.section === "string") &&
        areAll(finding.fixes, (fix) => typeof fix.label === "string" && Array.isArray(fix.edits)) &&
        Array.isArray(finding.why),
    )
  );
}

function isSummary(value: unknown): value is PolicySummary {
  const summary = fields(value);
  return (
    summary !== undefined &&
    ["id", "title", "organisation"].every((key) => typeof summary[key] === "string") &&
    ["version", "issued"].every((key) => summary[key] === undefined || typeof summary[key] === "string")
  );
}

function isDraft(value: unknown): value is Draft {
  const draft = fields(value);
  if (draft === undefined || typeof draft.site !== "string" || typeof draft.surface !== "string") return false;
  const parts = draft.parts;
  return typeof draft.text === "string" || (Array.isArray(parts) && parts.every((part) => typeof part === "string"));
}

/** An error without its fields still says that nothing was checked. */
export function asError(value: unknown): LozengeError {
  const error = fields(value);
  if (error !== undefined && typeof error.code === "string" && typeof error.message === "string") {
    return { code: error.code, message: error.message };
  }
  return { code: "unknown", message: "The checker failed without saying why." };
}

/** What the background hears on the port `checker`. */
export function parseCheckRequest(value: unknown): CheckRequest | undefined {
  const message = fields(value);
  if (message?.type !== "check" || !isCount(message.seq) || !isDraft(message.draft)) return undefined;
  return { type: "check", seq: message.seq, draft: message.draft };
}

/** What a content script hears on the port `checker`. */
export function parseCheckReply(value: unknown): CheckReply | undefined {
  const message = fields(value);
  if (message === undefined || !isCount(message.seq)) return undefined;
  if (message.type === "report" && isReport(message.report)) {
    const reply = { type: "report", seq: message.seq, report: message.report } as const;
    return isSummary(message.document) ? { ...reply, document: message.document } : reply;
  }
  // An answer that cannot be read is a failure of that request, not silence.
  return message.type === "report" || message.type === "failed"
    ? { type: "failed", seq: message.seq, error: asError(message.error) }
    : undefined;
}

/** What the background hears of a picture, outside any port. */
export function parsePictureRequest(value: unknown): PictureRequest | undefined {
  const message = fields(value);
  return message?.type === "picture" && typeof message.data === "string"
    ? { type: "picture", data: message.data }
    : undefined;
}

/** What a content script hears back. */
export function parsePictureReply(value: unknown): PictureReply | undefined {
  const message = fields(value);
  const verdict = fields(message?.verdict);
  if (message?.type !== "verdict" || !isCount(message.width) || message.width === 0 || verdict === undefined)
    return undefined;
  const { outcome, score, quad } = verdict;
  if (outcome !== "shown" && outcome !== "unclear" && outcome !== "absent") return undefined;
  if (typeof score !== "number" || (quad !== undefined && !Array.isArray(quad))) return undefined;
  return { type: "verdict", width: message.width, verdict: { outcome, score, ...(quad && { quad }) } };
}

/** What the popup hears from a frame. */
export function parsePageState(value: unknown): PageState | undefined {
  const message = fields(value);
  if (
    message?.type !== "page" ||
    typeof message.watch !== "string" ||
    !WATCHES.includes(message.watch) ||
    typeof message.site !== "string" ||
    typeof message.frame !== "string" ||
    typeof message.active !== "boolean" ||
    (message.host !== "page" && message.host !== "worker" && message.host !== "none") ||
    (message.report !== undefined && !isReport(message.report))
  ) {
    return undefined;
  }
  const state: PageState = {
    type: "page",
    frame: message.frame,
    watch: message.watch as Watch,
    site: message.site,
    active: message.active,
    host: message.host,
  };
  return message.report === undefined ? state : { ...state, report: message.report };
}

/** What a frame hears from the popup. */
export function parseShowFinding(value: unknown): ShowFinding | undefined {
  const message = fields(value);
  return message?.type === "show" && typeof message.frame === "string" && isCount(message.index)
    ? { type: "show", frame: message.frame, index: message.index }
    : undefined;
}

/** What a frame hears from the background, outside any port. */
export function parseReachCard(value: unknown): ReachCard | undefined {
  return fields(value)?.type === "reach-card" ? { type: "reach-card" } : undefined;
}

/** What the background hears from frames, outside any port. */
export function parseToBackground(value: unknown): ToBackground | undefined {
  const message = fields(value);
  switch (message?.type) {
    case "badge": {
      const { watch, stop, warn, advise } = message;
      if (typeof watch !== "string" || !WATCHES.includes(watch)) return undefined;
      if (!isCount(stop) || !isCount(warn) || !isCount(advise)) return undefined;
      return { type: "badge", watch: watch as Watch, stop, warn, advise } satisfies BadgeState;
    }
    case "decision":
      return isSlug(message.family) && isSlug(message.reason)
        ? { type: "decision", family: message.family, reason: message.reason }
        : undefined;
    case "open-options":
      return { type: "open-options", first: message.first === true };
    case "own-bio":
      return typeof message.account === "string" && typeof message.bio === "string"
        ? { type: "own-bio", account: message.account, bio: message.bio }
        : undefined;
    default:
      return undefined;
  }
}

/** Families and reasons are named by slugs, so that no words of a draft can get into what is kept. */
export function isSlug(value: unknown): value is string {
  return typeof value === "string" && value.length <= 40 && /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/.test(value);
}
