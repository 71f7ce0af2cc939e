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

/** Where a picture of one's own profile is chosen. */
export interface PictureForm extends Pick<Replica, "name" | "site" | "at" | "open" | "submit"> {
  files: string;
  /** What is pressed between the choice and `submit`. */
  crop?: string;
}

export const pictureForms: readonly PictureForm[] = [
  ...(["Avatar", "Header"] as const).map((part) => ({
    name: `x profile ${part.toLowerCase()}`,
    site: "x" as const,
    at: "https://x.com/settings/profile",
    open: [],
    files: `[data-testid="editProfile${part}"] input[type="file"]`,
    crop: '[data-testid="applyButton"]',
    submit: '[data-testid="Profile_Save_Button"]',
  })),
  {
    name: "facebook profile picture",
    site: "facebook",
    at: "https://www.facebook.com/sam.okafor",
    open: ['[data-replica="picture"]'],
    files: '[role="dialog"] input[type="file"]',
    submit: '[role="dialog"] .dialog-foot [role="button"]:last-child',
  },
  {
    name: "facebook cover",
    site: "facebook",
    at: "https://www.facebook.com/sam.okafor",
    open: [],
    files: '[data-pagelet="ProfileCover"] input[type="file"]',
    submit: '[data-pagelet="ProfileCover"] [role="button"]:last-child',
  },
  ...(["photo", "background"] as const).map((field) => ({
    name: `linkedin profile ${field}`,
    site: "linkedin" as const,
    at: `https://www.linkedin.com/in/sam-okafor/edit/${field}/`,
    open: [],
    files: 'dialog[open] input[type="file"]',
    submit: "dialog[open] button.primary",
  })),
];

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
