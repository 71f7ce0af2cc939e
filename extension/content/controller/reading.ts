import type { Draft, Report } from "../../shared/records";
import { readDraft } from "../draft";
import type { Album } from "../pictures/album";
import type { ComposeBox } from "../sites/site";
import type { TextMap } from "../text-map";
import type { Page } from "./page";

/** What stands in a box at one moment. */
export interface Reading {
  draft: Draft;
  maps: TextMap[];
  /** The whole draft: an answer stands for exactly this. */
  key: string;
  /** The author's words alone: what must not have changed between a press and its release. */
  text: string;
  /** Nothing written and nothing attached: there is nothing to check. */
  empty: boolean;
}

/** What came of checking one draft. The key is the draft's, so that an answer never stands for another text. */
export type Answer = { key: string; report: Report } | { key: string; failed: true };

export function readBox(box: ComposeBox, page: Page, album: Album): Reading {
  const { draft, shown, maps } = readDraft(box);
  const whole = page.complete(draft);
  if (page.mindsPictures(whole)) whole.attachments = album.attachments(shown);
  const parts = whole.parts ?? [whole.text ?? ""];
  return {
    draft: whole,
    maps,
    key: JSON.stringify(whole),
    text: JSON.stringify(parts),
    empty: parts.every((part) => part.trim() === "") && (whole.attachments ?? []).length === 0,
  };
}

/** Asks the checker, and never throws: a failure is an answer too, and never that nothing was found. */
export async function askChecker(read: () => Reading, page: Page, signal: AbortSignal): Promise<Answer> {
  const asked = read();
  try {
    const host = await page.host();
    // The settings may have come with the checker.
    const now = read();
    const { key, draft } = now.text === asked.text ? now : asked;
    return { key, report: await host.check(draft, signal) };
  } catch (error) {
    page.edge.caught(error);
    return { key: asked.key, failed: true };
  }
}
