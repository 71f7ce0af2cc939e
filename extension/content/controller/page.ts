import type { OpenOptions } from "../../shared/messages";
import type { Draft } from "../../shared/records";
import type { Settings } from "../../shared/settings";
import type { PageDraft } from "../draft";
import type { Edge } from "../edge";
import type { CheckerHost } from "../host/host";
import type { Site } from "../sites/site";
import type { Painter } from "./painter";

/** What the sessions of one frame share. */
export interface Page {
  readonly site: Site;
  readonly edge: Edge;
  /** Presses a button such that the press is not looked at again. */
  pressFor(button: HTMLElement): void;
  /** Marks for one box. */
  painter(own: AbortSignal): Painter;
  settings(): Settings | undefined;
  /** The checker, if it is there already. */
  hostNow(): CheckerHost | undefined;
  /** The checker, once it is there; loading begins with the first question. */
  host(): Promise<CheckerHost>;
  /** Whether the checker has something to say of a logo in a picture of this draft. */
  mindsPictures(draft: Draft): boolean;
  /** Adds what the settings say of the author to what the page shows. */
  complete(draft: PageDraft): Draft;
  /** Whether this box is the one that says that nothing can be checked: the first that asks. */
  saysNoChecker(box: object): boolean;
  /** A decision of the author's, without any text. */
  decided(family: string, reason: string): void;
  openOptions(message: OpenOptions): void;
  /** The badge and the popup may have something new to say. */
  changed(): void;
}
