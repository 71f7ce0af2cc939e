/**
 * Puts a fix into the author's text through the editor's own input path, as one step of undo.
 *
 * What was written is read back and compared. If it is not what was meant it is undone once and the author is offered
 * the words to copy; nothing is ever tried a second time.
 */
import type { Edit, Fix } from "../shared/records";
import { focusedElement } from "./dom";
import { typeInto, undoIn } from "./input-path";
import { selectionOf } from "./selection";
import { editorOf } from "./sites/editor-kind";
import type { ComposeBox } from "./sites/site";
import { isField, readHolder, type TextMap } from "./text-map";
import { noteTyped, sinceTyped } from "./typed";

export type Outcome = { outcome: "applied" } | { outcome: "differs" | "refused"; wanted: string };

/** One stretch of a holder's text and what shall stand in its place. */
interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** Longest that an editor may take to show what was put in. */
const PATIENCE = 700;
/** How long the text must then stay: some editors take it back a moment later. */
const SETTLE = 120;

export async function applyFix(box: ComposeBox, fix: Fix, maps: readonly TextMap[]): Promise<Outcome> {
  const jobs = maps.flatMap((map, part) => {
    const edits = fix.edits.filter((edit) => (edit.part ?? 0) === part);
    return edits.length > 0 ? [{ map, edits, wanted: withEdits(map.text, edits) }] : [];
  });
  const wanted = jobs.map((job) => job.wanted).join("\n\n");
  const valid = jobs.every(({ map, edits }) => edits.every((edit) => lies(edit, map.text)));
  if (jobs.length === 0 || !valid) return { outcome: "refused", wanted };
  for (const job of jobs) {
    const outcome = await write(box, job.map, job.edits, job.wanted);
    if (outcome !== "applied") return { outcome, wanted };
  }
  return { outcome: "applied" };
}

async function write(
  box: ComposeBox,
  old: TextMap,
  edits: readonly Edit[],
  wanted: string,
): Promise<"applied" | "differs" | "refused"> {
  const { holder } = old;
  const read = () => readHolder(holder, editorOf(holder), { isChrome: (one) => box.isChrome?.(one) === true });
  await quiet(holder);
  // The author may have gone on typing since the fix was offered, or the page may have changed the box.
  if (!holder.isConnected || read().text !== old.text) return "refused";
  const caret = caretIn(read());
  const typed = typedSince();
  for (const replacement of steps(read(), edits, wanted)) {
    await typeInto(holder, read(), replacement);
    noteTyped(holder);
  }
  const reached = await holds(holder, () => read().text === wanted);
  if (reached) {
    putCaret(read(), caretAfter(caret, edits, wanted));
    typed.stop();
    return "applied";
  }
  const untouched = read().text === old.text;
  // Undoing now would take the author's own typing away.
  if (!untouched && !typed.seen()) {
    undoIn(holder);
    await holds(holder, () => read().text === old.text);
  }
  typed.stop();
  return untouched ? "refused" : "differs";

  function typedSince() {
    let seen = false;
    const note = (event: Event) => {
      seen ||= event.isTrusted && event.type === "keydown";
    };
    holder.addEventListener("keydown", note, true);
    return { seen: () => seen, stop: () => holder.removeEventListener("keydown", note, true) };
  }
}

/** Editors join a write with typing of the last moment; waiting makes it a step of its own. */
async function quiet(holder: HTMLElement): Promise<void> {
  const needed = editorOf(holder) === "quill" ? 1300 : 600;
  const left = needed - sinceTyped(holder);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

/**
 * One replacement for all edits, which is one step of undo. Where pictures or lines lie between the edits they are
 * made one by one, from the last to the first, since what is put in is plain text.
 */
function steps(map: TextMap, edits: readonly Edit[], wanted: string): Replacement[] {
  const sorted = [...edits].sort((a, b) => b.start - a.start);
  const last = sorted[0];
  const first = sorted.at(-1);
  if (!first || !last) return [];
  if (sorted.length === 1 || map.rangeFor(first.start, last.end)?.cloneContents().querySelector("img, br, p, div")) {
    return sorted;
  }
  const end = Math.max(...sorted.map((edit) => edit.end));
  return [{ start: first.start, end, text: wanted.slice(first.start, wanted.length - (map.text.length - end)) }];
}

function withEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((words, edit) => words.slice(0, edit.start) + edit.text + words.slice(edit.end), text);
}

function lies({ start, end }: Edit, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** Waits until the text is as meant and stays so. */
async function holds(holder: HTMLElement, asMeant: () => boolean): Promise<boolean> {
  if (!(await until(holder, asMeant, PATIENCE))) return false;
  return !(await until(holder, () => !asMeant(), SETTLE));
}

/** Whether it comes true before the time is up; looks whenever the holder or its surroundings change. */
function until(holder: HTMLElement, condition: () => boolean, milliseconds: number): Promise<boolean> {
  if (condition()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const observer = new MutationObserver(check);
    const timer = setTimeout(() => end(condition()), milliseconds);
    function end(met: boolean) {
      observer.disconnect();
      holder.removeEventListener("input", check);
      clearTimeout(timer);
      resolve(met);
    }
    function check() {
      if (condition()) end(true);
    }
    observer.observe(holder.parentElement ?? holder, { subtree: true, childList: true, characterData: true });
    holder.addEventListener("input", check);
  });
}

function caretIn(map: TextMap): number | undefined {
  if (isField(map.holder)) return map.holder.selectionEnd ?? undefined;
  if (focusedElement() !== map.holder) return undefined;
  const selection = selectionOf(map.holder);
  return selection?.focusNode ? map.offsetOf(selection.focusNode, selection.focusOffset) : undefined;
}

/** Where the caret belongs once the edits are made; at the end where it was not in the text. */
function caretAfter(caret: number | undefined, edits: readonly Edit[], wanted: string): number {
  if (caret === undefined) return wanted.length;
  let at = caret;
  for (const edit of edits) {
    if (edit.end <= caret) at += edit.text.length - (edit.end - edit.start);
    else if (edit.start < caret) at += edit.text.length - (caret - edit.start);
  }
  return Math.max(0, Math.min(wanted.length, at));
}

function putCaret(map: TextMap, offset: number): void {
  if (isField(map.holder)) {
    map.holder.setSelectionRange(offset, offset);
    return;
  }
  const range = map.rangeFor(offset, offset);
  if (range)
    selectionOf(map.holder)?.setBaseAndExtent(range.endContainer, range.endOffset, range.endContainer, range.endOffset);
}
