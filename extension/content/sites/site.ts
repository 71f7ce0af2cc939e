import type { Attachment, SiteId, Surface } from "../../shared/records";

/** The editor behind a compose box; it decides how text is written into it. */
export type EditorKind = "draft" | "lexical" | "quill" | "tiptap" | "plain" | "field";

/** What goes with a draft; a picture or a film with the element that shows it. */
export interface ShownAttachment extends Attachment {
  shownBy?: HTMLImageElement | HTMLVideoElement;
}

/** What surrounds a draft and is not its text. Absent means that the page does not show it. */
export interface Circumstances {
  reply_to?: string;
  reply_to_text?: string;
  quoted?: string;
  previous?: string;
  handle?: string;
  display_name?: string;
  attachments: ShownAttachment[];
}

/** One place to write in, with the button that publishes it. */
export interface ComposeBox {
  /** Stays the same element while the box is mounted: the smallest one that holds text and submit button. */
  readonly scope: Element;
  readonly site: SiteId;
  readonly surface: Surface;
  readonly editor: EditorKind;
  /** What the author types into, in document order; found anew at each call. Several in a thread. */
  holders(): HTMLElement[];
  /** What publishes it; found anew at each call, empty while the site has none mounted. */
  submitButtons(): HTMLElement[];
  /** Whether this key, pressed in a holder, publishes. `perhaps`: for some members, and the page does not show for which. */
  submitsOn(event: KeyboardEvent): "yes" | "perhaps" | "no";
  /** Whether a list of suggestions has the keys. */
  suggestionsOpen(): boolean;
  /** Milliseconds to wait after blurring a holder before a scripted press; 0 where no blur is needed. */
  readonly settle: number;
  /** Whether the site put this into a holder and the author did not write it, like the name that heads a reply. */
  isChrome?(element: Element): boolean;
  circumstances(): Circumstances;
}

/** What an adapter says of a place: a box it knows, or one that it sees and does not understand. */
export type Found = { state: "ready"; box: ComposeBox } | { state: "unknown"; element: Element; reason: string };

export interface Site {
  readonly id: SiteId;
  /** Whether this adapter serves the page's host name. */
  serves(host: string): boolean;
  /** The box that an event happened in, from `event.composedPath()`. */
  boxAt(path: readonly EventTarget[]): Found | undefined;
  /** Every box that is on the page now. */
  boxes(): Found[];
  /** The signed-in account, where the page shows it. */
  account(): { handle?: string; display_name?: string };
  /** The author's own bio, while the page shows their own profile. */
  ownProfile(): { handle: string; bio: string } | undefined;
}
