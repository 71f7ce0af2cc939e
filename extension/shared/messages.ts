import type { Draft, LogoVerdict, LozengeError, PolicySummary, Report } from "./records";

/** Everything that is said between the extension's parts. Each message is read by its function in `parse.ts` on receipt. */

/** Content script to background, over a port named `checker`. */
export type CheckRequest = { type: "check"; seq: number; draft: Draft };
/** Background to content script, on the same port; `document` is what the pack of the report says of itself. */
export type CheckReply =
  | { type: "report"; seq: number; report: Report; document?: PolicySummary }
  | { type: "failed"; seq: number; error: LozengeError };

/** Content script to background: a picture of at most a megapixel, as an encoded file in base64. Nothing of it is kept. */
export type PictureRequest = { type: "picture"; data: string };
/** The answer; the quadrilateral is in pixels of what was sent, which was this wide. */
export type PictureReply = { type: "verdict"; width: number; verdict: LogoVerdict } | { type: "failed" };

/** Where a page stands. `unknown-box`: a box is there that Lozenge does not understand. `no-checker`: WebAssembly is not to be had. */
export type Watch = "idle" | "checking" | "checked" | "unknown-box" | "no-checker" | "stale";

/** A frame's answer to the popup, over a port named `popup` that the popup opens with `tabs.connect`; sent at once and after each change. */
export interface PageState {
  type: "page";
  /** Random, made once by each frame: one port carries the answers of all frames of a tab. */
  frame: string;
  watch: Watch;
  site: string;
  /** Whether this frame holds the box last written in. */
  active: boolean;
  host: "page" | "worker" | "none";
  report?: Report;
}
/** Popup to content script, on that port, which reaches every frame: let the named one put the caret and the card at this finding. */
export type ShowFinding = { type: "show"; frame: string; index: number };

/** Content script to background: what the badge should say. */
export type BadgeState = { type: "badge"; watch: Watch; stop: number; warn: number; advise: number };
/** Background to content script: the keyboard command. */
export type ReachCard = { type: "reach-card" };
/** Content script to background: a decision of the author, without text (kept 30 days). */
export type Decision = { type: "decision"; family: string; reason: string };
/** Content script to background: open the options page (at its first run where `first` is true). */
export type OpenOptions = { type: "open-options"; first?: boolean };
/** Content script to background: the author's bio as their own profile shows it. Not kept in private windows. */
export type OwnBio = { type: "own-bio"; account: string; bio: string };

export type ToBackground = BadgeState | Decision | OpenOptions | OwnBio;
