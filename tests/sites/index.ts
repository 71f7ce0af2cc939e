/**
 * Every box that the replicas have, as data: a spec iterates over it in any browser.
 *
 *   for (const replica of replicas) test(replica.name, …)
 */
import type { EditorKind } from "../../extension/content/sites/site";
import type { SiteId, Surface } from "../../extension/shared/records";

/** What a person does to publish: the button always works, these keys too. */
export type SubmitKeys = "none" | "chord" | "enter";

export interface Replica {
  /** Unique; what a spec calls the box. */
  name: string;
  site: SiteId;
  /** What the box is for the checker. */
  surface: Surface;
  /** What the replica records in `window.__posted`, more finely than the checker's surface. */
  records: string;
  /** Full address; switches are added with `address()`. */
  at: string;
  /** What to click, in order, before the box is there. All selectors may lead into an open shadow root. */
  open: readonly string[];
  /** The frame that the box is in, where it is not the page itself. */
  frame?: string;
  /** The host of the open shadow root that the box is in. */
  shadow?: string;
  editor: EditorKind;
  /** Where to type. One match, but for the parts of a thread. */
  holder: string;
  submit: string;
  /** A second press that publishing takes. */
  confirm?: string;
  keys: SubmitKeys;
  /** Whether Enter publishes or begins a line is a setting that the page does not show. */
  enterIsChosen?: true;
  /** What Enter or Shift+Enter does when it does not publish. */
  newline: "Enter" | "Shift+Enter" | "none";
  /** Input for files. */
  files?: string;
  /** Text that stands in the box before anything is typed. */
  starts?: string;
  /** The field of `Posted.fields` that `holder` fills. */
  field?: string;
}

/** The signed-in account on all replicas. */
export const account = { display_name: "Sam Okafor", handle: "sam_okafor", slug: "sam-okafor" } as const;

export type Switches = Partial<{
  lang: "en" | "cy" | "th" | "pl";
  wasm: "allowed" | "refused";
  untrusted: "ignored";
  rerender: "1";
  emoji: "text" | "img";
  quill: "1" | "2";
  enter: "send";
  audience: "check";
  chat: "1";
  mobile: "1";
  strange: "1";
}>;

/** The address of a box with switches. */
export function address(replica: Replica, switches: Switches = {}): string {
  const url = new URL(replica.at);
  for (const [name, value] of Object.entries(switches)) url.searchParams.set(name, value);
  return url.href;
}

import { facebook } from "./facebook/surfaces";
import { linkedin } from "./linkedin/surfaces";
import { x } from "./x/surfaces";

export const replicas: readonly Replica[] = [...x, ...facebook, ...linkedin];

const strange = { holder: "article-text", submit: ".strange-box button" } as const;

/** Post boxes that no adapter can know, one a site; they record the surface `strange`. */
export const strangers: readonly Pick<Replica, "name" | "site" | "at" | "open" | "holder" | "submit">[] = [
  { ...strange, name: "x stranger", site: "x", at: "https://x.com/home?strange=1", open: [] },
  {
    ...strange,
    name: "facebook stranger",
    site: "facebook",
    at: "https://www.facebook.com/?strange=1",
    open: ['[data-pagelet="FeedComposer"] [role="button"]'],
  },
  {
    ...strange,
    name: "linkedin stranger",
    site: "linkedin",
    at: "https://www.linkedin.com/feed/?gen=sdui&strange=1",
    open: ["[data-replica=launcher]"],
  },
];
