import type { Watch } from "../../shared/messages";
import type { Finding, Report } from "../../shared/records";
import { type MountedCard, mountCard } from "../card/mount";
import type { Reason } from "../card/view";
import { attended, isSettled, reopen, settle } from "../hold/decide";
import type { Gate } from "../hold/guard";
import { createAlbum } from "../pictures/album";
import { speaksOfPictures } from "../pictures/interest";
import type { ComposeBox } from "../sites/site";
import { applyFix } from "../write";
import { giveCaret, readCaret } from "./caret";
import { createHolding } from "./holding";
import type { Page } from "./page";
import { type Answer, askChecker, type Reading, readBox } from "./reading";
import { currentReport, newState, reasonKey, undecided, visibleFindings } from "./state";
import { type Known, standingOf, viewOf } from "./view-of";

/** The pause in typing after which a draft is checked, in milliseconds. */
const PAUSE = 140;

/** One compose box from the first focus until it is gone. */
export interface Session extends Gate {
  readonly box: ComposeBox;
  edited(): void;
  /** The author gave these files to the box. */
  give(files: readonly File[]): void;
  /** Settings or checker changed: what is known is asked anew. */
  recheck(): void;
  shown(visible: boolean): void;
  /** Focus to the card, at a finding if one is named by its place among those that `standing` reports. */
  reach(place?: number): void;
  clicked(event: MouseEvent): void;
  readonly card: MountedCard;
  standing(): { watch: Watch; report?: Report };
}

export function createSession(box: ComposeBox, page: Page, signal: AbortSignal): Session {
  const painter = page.painter(signal);
  const mounted = mountCard(
    () => ({ scope: box.scope, text: box.holders(), buttons: box.submitButtons() }),
    {
      fix: page.edge((finding, fix) => page.edge.run(mend(finding, fix))),
      dismiss: page.edge(dismiss),
      choose: page.edge(choose),
      reason: page.edge(giveReason),
      go: page.edge(() => holding.go()),
      back: page.edge(back),
      options: page.edge(() => page.openOptions({ type: "open-options", first: page.settings()?.chosen === false })),
    },
    "closed",
    signal,
  );
  const { card } = mounted;
  const state = newState();
  const me = {};
  let composing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();

  const album = createAlbum(page.edge(askAnew), page.edge(pictured), signal);
  const read = (): Reading => readBox(box, page, album);
  const holding = createHolding(
    { box, page, card, state, album, read, take, instead, edited, checkLater, saveCaret, show },
    signal,
  );

  const inBox = (event: Event): boolean => box.holders().some((holder) => event.composedPath().includes(holder));
  const listen = (type: string, heard: (event: Event) => void): void =>
    addEventListener(
      type,
      page.edge((event: Event) => void (inBox(event) && heard(event))),
      { capture: true, passive: true, signal },
    );
  listen("compositionstart", () => {
    composing = true;
    clearTimeout(timer);
    show();
  });
  listen("compositionend", () => {
    composing = false;
    edited();
  });
  // By the time that the card has the focus, an editor may have drawn its text anew.
  listen("focusout", () => saveCaret());
  signal.addEventListener(
    "abort",
    () => {
      clearTimeout(timer);
      asked.abort();
    },
    { once: true },
  );

  function edited(): void {
    if (composing || signal.aborted) return;
    const before = state.reading;
    const now = read();
    state.reading = now;
    if (before?.key === now.key) {
      painter.moved(now.maps);
      return;
    }
    if (before?.text !== now.text) {
      state.hold = undefined;
      state.copies = new Map();
    }
    if (now.empty) {
      forget();
    } else {
      state.lapsed = undefined;
      painter.moved(now.maps);
      checkLater();
    }
    show();
  }

  /** Another picture with a logo is another matter than the one that the author decided on. */
  function askAnew(): void {
    state.memory = reopen(state.memory, speaksOfPictures);
    state.dismissed = reopen(state.dismissed, speaksOfPictures);
  }

  function pictured(): void {
    edited();
    show();
  }

  function forget(): void {
    clearTimeout(timer);
    asked.abort();
    const { answer, passing } = state;
    if (passing === undefined) state.lapsed = undefined;
    else if (answer !== undefined && "failed" in answer) state.lapsed = "text";
    else state.lapsed = passing.unseen ? "picture" : undefined;
    Object.assign(state, undecided());
    painter.clear();
  }

  function checkLater(): void {
    clearTimeout(timer);
    timer = setTimeout(
      page.edge(() => page.edge.run(check())),
      // In a message the Enter that may send it follows the last letter at once, and the answer should be there before.
      box.surface === "message" ? 0 : PAUSE,
    );
  }

  function instead(): AbortSignal {
    clearTimeout(timer);
    asked.abort();
    asked = new AbortController();
    return asked.signal;
  }

  async function check(): Promise<void> {
    const mine = instead();
    state.reading = read();
    if (state.reading.empty) return;
    const got = await askChecker(read, page, mine);
    if (mine.aborted || signal.aborted) return;
    state.reading = read();
    if (got.key === state.reading.key) take(got);
  }

  function take(got: Answer): void {
    state.answer = got;
    if ("report" in got) mark(got.report);
    else painter.clear();
    show();
  }

  function mark(report: Report): void {
    if (state.reading !== undefined) painter.show(visibleFindings(state, report), state.reading.maps);
  }

  function findingAt(index: number): Finding | undefined {
    const { answer } = state;
    return answer !== undefined && "report" in answer ? answer.report.findings[index] : undefined;
  }

  function giveReason(index: number, reason: Reason): void {
    const finding = findingAt(index);
    if (finding === undefined) return;
    state.reasons.set(reasonKey(finding), reason);
    state.memory = attended(settle(state.memory, [finding]));
    show();
  }

  function dismiss(index: number): void {
    const finding = findingAt(index);
    const report = currentReport(state);
    if (finding === undefined || finding.severity === "stop") return;
    state.memory = settle(state.memory, [finding]);
    state.dismissed = settle(state.dismissed, [finding]);
    page.decided(finding.family, "not-this-time");
    if (report !== undefined) mark(report);
    show();
  }

  async function mend(index: number, place: number): Promise<void> {
    const fix = findingAt(index)?.fixes[place];
    const now = read();
    // A fix is for exactly the text that was checked.
    if (fix === undefined || state.answer?.key !== now.key) {
      edited();
      return;
    }
    const done = await applyFix(box, fix, now.maps);
    if (signal.aborted) return;
    if (done.outcome === "applied") state.copies.delete(index);
    else state.copies.set(index, { why: done.outcome, words: done.wanted });
    const kept = state.copies;
    edited();
    state.copies = kept;
    show();
  }

  function choose(index: number, quote: number): void {
    const finding = findingAt(index);
    const now = read();
    const spans = finding?.spans.filter(
      (span, at, all) => all.findIndex(({ quote: one }) => one === span.quote) === at,
    );
    const span = spans?.[quote];
    if (span === undefined || state.answer?.key !== now.key) return;
    giveCaret({ part: span.part ?? 0, start: span.start, end: span.end }, box.holders(), now.maps);
  }

  function saveCaret(): void {
    const now = state.reading ?? read();
    state.caret = readCaret(box.holders(), now.maps) ?? state.caret;
  }

  function back(): void {
    giveCaret(state.caret, box.holders(), read().maps);
    card.close();
  }

  function reach(place?: number): void {
    saveCaret();
    const { answer } = state;
    const report = answer !== undefined && "report" in answer ? answer.report : undefined;
    const shown = report?.findings.flatMap((finding, index) => (isSettled(finding, state.dismissed) ? [] : [index]));
    card.focus(place === undefined ? undefined : shown?.[place]);
  }

  function known(): Known {
    return {
      ...state,
      box,
      album: state.reading !== undefined && page.mindsPictures(state.reading.draft) ? album : undefined,
      host: page.hostNow(),
      chosen: page.settings()?.chosen === true,
      empty: state.reading === undefined || state.reading.empty,
      // What is being composed is not read, so no answer is for it.
      key: composing ? undefined : state.reading?.key,
    };
  }

  function show(): void {
    card.show(viewOf(known()));
    // That nothing can be checked is said once in a frame, not at every box.
    mounted.visible(state.wanted && (page.hostNow()?.kind !== "none" || page.saysNoChecker(me)));
    page.changed();
  }

  state.reading = read();
  if (!state.reading.empty) checkLater();
  show();

  return {
    box,
    card: mounted,
    press: holding.press,
    edited,
    give(files) {
      if (page.mindsPictures(read().draft)) album.give(files);
    },
    reach,
    recheck() {
      if (state.reading === undefined || state.reading.empty) {
        show();
        return;
      }
      state.answer = undefined;
      painter.clear();
      show();
      checkLater();
    },
    shown(visible) {
      state.wanted = visible;
      show();
    },
    clicked(event) {
      const finding = painter.at(event.clientX, event.clientY);
      if (finding !== undefined) card.reveal(finding);
    },
    standing: () => standingOf(known()),
  };
}
