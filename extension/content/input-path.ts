/** How text gets into each editor so that its own model takes it in: each has another way, found by measuring. */
import { selectionOf } from "./selection";
import { editorOf } from "./sites/editor-kind";
import { isField, type TextMap } from "./text-map";

interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** Editors take over a selection that a script made only after the browser has told them of it. */
const SELECTION_TAKEN = 60;

/** Puts the text in place of a stretch of the holder's text. The caller reads back what came of it. */
export async function typeInto(holder: HTMLElement, map: TextMap, { start, end, text }: Replacement): Promise<void> {
  if (isField(holder)) return typeIntoField(holder, start, end, text);
  const range = map.rangeFor(start, end);
  if (!range) return;
  holder.focus({ preventScroll: true });
  await select(holder, range);
  switch (editorOf(holder)) {
    case "draft":
      return text === "" ? pressBackspace(holder) : paste(holder, text);
    case "lexical":
      return text.includes("\n") ? paste(holder, text) : replaceText(holder, text);
    default:
      insert(text);
  }
}

/** One step back, by the gesture that each editor listens for. */
export function undoIn(holder: HTMLElement): void {
  holder.focus({ preventScroll: true });
  switch (editorOf(holder)) {
    case "field":
    case "plain":
      document.execCommand("undo");
      return;
    case "lexical":
      holder.dispatchEvent(new InputEvent("beforeinput", { ...PASSING, inputType: "historyUndo" }));
      return;
    default: {
      const command = /mac/i.test(navigator.platform) ? { metaKey: true } : { ctrlKey: true };
      press(holder, { key: "z", code: "KeyZ", keyCode: 90, ...command });
    }
  }
}

const PASSING = { bubbles: true, cancelable: true, composed: true } as const;

async function select(holder: HTMLElement, range: Range): Promise<void> {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  // Focusing may make the editor put back its own selection first.
  await pause(0);
  selectionOf(holder)?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  await pause(SELECTION_TAKEN);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function insert(text: string): void {
  if (text === "") document.execCommand("delete");
  else document.execCommand("insertText", false, text);
}

function paste(holder: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  holder.dispatchEvent(new ClipboardEvent("paste", { ...PASSING, clipboardData }));
}

function replaceText(holder: HTMLElement, text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.setData("text/plain", text);
  const inputType = text === "" ? "deleteByCut" : "insertReplacementText";
  holder.dispatchEvent(new InputEvent("beforeinput", { ...PASSING, inputType, data: text, dataTransfer }));
}

function pressBackspace(holder: HTMLElement): void {
  press(holder, { key: "Backspace", code: "Backspace", keyCode: 8 });
}

function press(holder: HTMLElement, init: KeyboardEventInit & { keyCode: number }): void {
  holder.dispatchEvent(new KeyboardEvent("keydown", { ...PASSING, which: init.keyCode, ...init }));
  holder.dispatchEvent(new KeyboardEvent("keyup", { ...PASSING, which: init.keyCode, ...init }));
}

/** A field's own editing keeps its undo; where the browser does not offer it, the value is set as the browser would. */
function typeIntoField(field: HTMLInputElement | HTMLTextAreaElement, start: number, end: number, text: string): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  const before = field.value;
  insert(text);
  if (field.value !== before || before.slice(start, end) === text) return;
  const { prototype } = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  prototype.setRangeText.call(field, text, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertReplacementText" }));
}
