/** The records that cross the boundary: the same JSON as the command line and the corpora. */

export type Severity = "stop" | "warn" | "advise";
export type Capacity = "personal" | "professional" | "official";
export type SiteId = "x" | "facebook" | "linkedin" | "other";
export type Surface =
  | "post" | "reply" | "comment" | "message" | "recommendation" | "edit" | "profile" | "poll";

/** A picture's verdict; `quad` holds four [x, y] corners in pixels of the picture. */
export interface LogoVerdict {
  outcome: "shown" | "unclear" | "absent";
  score: number;
  quad?: [number, number][];
}

/** What `find_logo` answers; `how` names what suggested the place: "blue", "reversed", "dark", "light", "letters", "edge" or "nothing" */
export interface FoundLogo extends LogoVerdict { how: string }

export interface Attachment {
  kind: "image" | "video" | "poll" | "link" | "document";
  alt?: string;
  captions?: "yes" | "no" | "unknown";
  url?: string;
  name?: string;
  /** A file of the author's own, as they give it to the page, and not something published before. */
  own_file?: boolean;
  logo?: LogoVerdict;
}

/** The text about to be published and its circumstances. Exactly one of `text` and `parts` is given. */
export interface Draft {
  id?: string;
  text?: string;
  parts?: string[];
  site: SiteId;
  surface: Surface;
  organisation?: string;
  capacity: Capacity;
  /** Absent: unknown. Empty: known to be empty. */
  bio?: string;
  display_name?: string;
  handle?: string;
  reply_to?: string;
  reply_to_text?: string;
  quoted?: string;
  attachments?: Attachment[];
  /** The text before an edit. */
  previous?: string;
}

/** Offsets are UTF-16 code units into the text, or into part number `part`. */
export interface Span { part?: number; start: number; end: number; quote: string }
export interface Why { kind: string; quote: string }
export interface Clause { policy: string; id: string; section: string; opening: string; text: string; summary?: string; summary_cy?: string }
export interface Edit { part?: number; start: number; end: number; text: string }
export interface Fix { label: string; edits: Edit[] }

export interface Finding {
  family: string;
  kind: string;
  severity: Severity;
  /** Empty when the whole draft, or what is attached to it, is the cause. */
  spans: Span[];
  /** In the checker's language; of an organisation's own rule, in the policy's. */
  message: string;
  why: Why[];
  clauses: Clause[];
  fixes: Fix[];
  /** 0..1 */
  confidence: number;
}

export interface Report {
  policy: string;
  capacity: Capacity;
  /** In order of severity. */
  findings: Finding[];
  /** The strongest severity that holds this draft on this surface, or "none". */
  holds: "stop" | "warn" | "none";
  /** The least severity that holds on this surface: what else stands once one finding is answered. */
  holds_from: "stop" | "warn" | "never";
  /** No reason lets a `stop` go. */
  final_stops?: boolean;
}

export interface Person { name: string; preferred?: string; handle?: string; permission?: boolean }
export interface Directory {
  people?: Person[];
  /** Lists of colleagues in the compact form that a `DirectoryReader` makes. */
  lists?: Uint8Array[];
  /** Names and handles by which drafts call the employer, beside the pack's own. */
  employer_names?: string[];
  employer_handles?: string[];
}

/** Why a row of a list of colleagues was left out. */
export type RowFault =
  | "no-name" | "one-word" | "not-a-name" | "too-many-columns" | "permission-unclear" | "handle-with-space" | "too-long"
  | "quote-not-closed";
/** What became of a file with colleagues. Lines count from 1. */
export interface DirectoryImport {
  people: number;
  /** How many have a handle, and how many agreed to be named. */
  handles: number; agreed: number;
  /** Rows that said again what another had said. */
  merged: number;
  /** Rows that were left out; `bad` names the first 200 of them. */
  refused: number; bad: { line: number; fault: RowFault }[];
  /** Headings of columns that were not read. */
  unused: string[];
  /** "windows1252" is a guess. */
  encoding: "utf8" | "utf16" | "windows1252";
}

export interface CheckerOptions {
  directory?: Directory;
  /** Families that the author switched off, or wants one step harder or softer. */
  off?: string[];
  stricter?: string[];
  milder?: string[];
  /** The author wants no reason to let a `stop` go. */
  final_stops?: boolean;
  organisation?: Orders;
  /** The language of messages and of fixes' labels; what is quoted from the policy stays as it is. English unless said. */
  language?: "en" | "cy";
}

/** What the organisation orders; it goes before the author. */
export interface Orders {
  off?: string[];
  stricter?: string[];
  milder?: string[];
  /** Families that the author may neither switch off nor soften, beside those that the pack names. */
  keep_on?: string[];
  final_stops?: boolean;
  /** Everything is shown and nothing held. */
  try_out?: boolean;
}

/** One mistake in a pack and its mend. */
export interface PackProblem { line: number; column: number; message: string }
/** What went wrong and what to do about it. `line` and `column` count from 1; `problems` are all that a pack has. */
export interface LozengeError {
  code: string; message: string; line?: number; column?: number; problems?: PackProblem[];
}

export interface PolicySummary {
  id: string; title: string; organisation: string;
  version?: string; issued?: string; review_due?: string; supersedes?: string; superseded_by?: string;
}
export interface Contact { id: string; name: string; email?: string; mailto: boolean; phone?: string; about: string[] }
export interface Wording { id: string; use: string; match: "exact" | "such-as"; text: string; clause: string }
export interface FamilyCoverage { family: string; title: string; clauses: string[]; severity?: Severity }
export interface PhraseList { id: string; words: string[]; message: string; instead?: string }
/** Empty lists of kinds, phrases, capacities and surfaces mean all. */
export interface Duty {
  family: string; title: string; kinds: string[]; phrases: string[]; capacities: Capacity[]; surfaces: Surface[];
  when: string[]; severity: Severity; clauses: string[];
}
export interface Policy extends PolicySummary {
  names: string[]; handles: string[];
  clauses: Clause[]; contacts: Contact[]; wordings: Wording[];
  phrases: PhraseList[]; duties: Duty[];
  /** Families that authors may neither switch off nor soften. */
  keep_on: string[];
  /** Families that the policy speaks to, and those on which it is silent. */
  speaks_to: FamilyCoverage[]; silent_on: { family: string; title: string }[];
}
