import type { Report } from "../../shared/records";
import { word } from "../../shared/words";
import type { Card } from "../card/card";
import {
  decide,
  isSettled,
  type Known,
  letPass,
  NO_MEMORY,
  PATIENCE,
  PICTURE_PATIENCE,
  type Press,
  painted,
  settle,
  standing,
} from "../hold/decide";
import type { Gate } from "../hold/guard";
import { release } from "../hold/release";
import type { Album } from "../pictures/album";
import type { ComposeBox } from "../sites/site";
import { giveCaret } from "./caret";
import type { Page } from "./page";
import { type Answer, askChecker, type Reading } from "./reading";
import { currentReport, reasonKey, type State, visibleFindings } from "./state";

/** For how long a press that went through takes the page's own follow-up presses with it, in milliseconds. */
const FOLLOW_UP = 1000;

/** What holding needs of the session that it belongs to. */
export interface Desk {
  box: ComposeBox;
  page: Page;
  card: Card;
  state: State;
  album: Album;
  read(): Reading;
  /** An answer for what stands in the box. */
  take(answer: Answer): void;
  /** Ends the check that is under way, in favour of one with this signal. */
  instead(): AbortSignal;
  edited(): void;
  checkLater(): void;
  saveCaret(): void;
  show(): void;
}

/** Holds a press that publishes, and lets it go: by the card's button, by a further press, or at once where nothing stands. */
export interface Holding extends Gate {
  /** The author lets it go from the card. */
  go(): void;
}

export function createHolding(desk: Desk, signal: AbortSignal): Holding {
  const { box, page, card, state, album, read, show } = desk;
  let asking = false;

  const chosen = (): boolean => page.settings()?.chosen === true;
  const judge = (now: Reading, press: Press) => decide(state.memory, knownOf(now), press, now.text, chosen());

  function knownOf(now: Reading): Known {
    if (state.answer?.key !== now.key) {
      const host = page.hostNow();
      if (host?.kind === "none") return { state: "failed" };
      if (host?.checkNow === undefined) return { state: "unknown" };
      try {
        desk.take({ key: now.key, report: host.checkNow(now.draft) });
      } catch (error) {
        page.edge.caught(error);
        desk.take({ key: now.key, failed: true });
      }
    }
    const { answer } = state;
    return answer !== undefined && "report" in answer
      ? { state: "report", report: answer.report }
      : { state: "failed" };
  }

  /** Pictures in this state that the checker would say something of. */
  const unseen = (now: Reading, ...states: ("waiting" | "failed")[]): boolean =>
    states.some(album.has) && page.mindsPictures(now.draft);

  function press(event: Event, pressed: Press): void {
    let cancelled = false;
    const cancel = (): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      cancelled = true;
    };
    try {
      if (asking) {
        cancel();
        return;
      }
      const now = read();
      state.reading = now;
      if (now.empty) return;
      const { passing } = state;
      if (passing !== undefined && passing.text === now.text && pressed.time < passing.until) return;
      const { verdict, level } = { level: undefined, ...judge(now, pressed) };
      const late = state.memory.pass !== now.text && unseen(now, "waiting");
      if (verdict === "pass" && !late) {
        // A key that only may publish says nothing of what the author decided, unless it answers a hold.
        if (pressed.sure || state.hold !== undefined) passed(now);
        return;
      }
      cancel();
      desk.saveCaret();
      if (level === undefined) page.edge.run(waitFor(now, pressed));
      else hold(level, pressed);
    } catch (error) {
      page.edge.caught(error);
      // Whatever went wrong, the post is the author's: it goes.
      if (cancelled) page.edge.run(letGo(pressed));
    }
  }

  /** Holds a press for as long as the answer for exactly its text and its pictures may take. */
  async function waitFor(now: Reading, pressed: Press): Promise<void> {
    asking = true;
    const mine = desk.instead();
    const patience = unseen(now, "waiting") ? PICTURE_PATIENCE : PATIENCE;
    const over = new Promise<void>((resolve) => setTimeout(resolve, patience));
    const ask = (): Promise<Answer> =>
      Promise.race([askChecker(read, page, mine), over.then(() => ({ key: read().key, failed: true as const }))]);
    let got = await ask();
    if (unseen(now, "waiting")) await Promise.race([album.settled(), over]);
    const seen = read();
    // What a picture shows is part of the draft.
    if (seen.key !== got.key && seen.text === now.text) got = await ask();
    asking = false;
    if (signal.aborted) {
      // Lozenge was ended under the press: what it holds back goes, if the box is still there.
      if (pressed.sure) await release(box, () => read().text, page.pressFor, new AbortController().signal);
      return;
    }
    const after = read();
    state.reading = after;
    if (after.text !== now.text) {
      card.alert(word("hold_changed"));
      desk.checkLater();
      return;
    }
    desk.take({ ...got, key: after.key });
    const verdict = judge(after, pressed);
    if (verdict.verdict === "hold") hold(verdict.level, pressed);
    else await letGo(pressed);
  }

  function hold(level: "stop" | "warn", { sure }: Press): void {
    state.hold = { level, sure };
    state.wanted = true;
    show();
    card.alert(word(box.surface === "message" ? "hold_alert_message" : "hold_alert"));
    card.focus();
    const report = currentReport(state);
    if (report === undefined) return;
    const findings = visibleFindings(state, report).filter((finding) => finding !== undefined);
    // Two frames: the first is asked for before the card is painted, the second after.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (state.hold !== undefined) state.memory = painted(state.memory, findings, performance.now());
      }),
    );
  }

  /** What is remembered of a press that goes through; nothing of it is text. */
  function passed(now: Reading): void {
    const report = currentReport(state);
    if (report !== undefined) remember(report);
    state.passing = { text: now.text, until: performance.now() + FOLLOW_UP, unseen: unseen(now, "waiting", "failed") };
    album.posted();
    if (state.hold !== undefined) {
      state.hold = undefined;
      card.close();
    }
    show();
  }

  function remember(report: Report): void {
    for (const finding of standing(report, NO_MEMORY, chosen())) {
      const reason = state.reasons.get(reasonKey(finding));
      if (finding.severity === "stop" && reason !== undefined) page.decided(finding.family, reason);
      else if (finding.severity === "warn" && !isSettled(finding, state.memory))
        page.decided(finding.family, "posted-anyway");
    }
    const warnings = standing(report, state.memory, chosen()).filter(({ severity }) => severity !== "stop");
    state.memory = settle(state.memory, warnings);
  }

  async function letGo({ sure }: Pick<Press, "sure">): Promise<void> {
    const now = state.reading ?? read();
    passed(now);
    if (card.hasFocus()) giveCaret(state.caret, box.holders(), now.maps);
    // A key that may not publish for this author is not answered with a press of the button, which would.
    const outcome = sure ? await release(box, () => read().text, page.pressFor, signal) : "ignored";
    if (signal.aborted || outcome === "reacted") return;
    if (outcome === "changed") {
      card.alert(word("hold_changed"));
      desk.edited();
      return;
    }
    state.memory = letPass(state.memory, now.text);
    state.passing = undefined;
    state.hold = { level: "again", sure };
    show();
    card.alert(word(sure ? "hold_note_again" : "hold_note_again_key"));
    if (sure) card.focus();
  }

  function go(): void {
    const now = read();
    const before = state.reading?.key;
    state.reading = now;
    if (before !== now.key) {
      show();
      desk.checkLater();
      return;
    }
    const pressed = { time: performance.now(), echo: false, sure: state.hold?.sure !== false };
    if (judge(now, pressed).verdict === "pass") page.edge.run(letGo(pressed));
  }

  return { press, go };
}
