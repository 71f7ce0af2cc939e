/**
 * What stands in an editor, and where.
 *
 * One walk gives the text and the table from its UTF-16 offsets to places in the DOM, so that what is read and what
 * is marked cannot disagree. Neither `innerText` nor `textContent` would do: the one adds lines, the other glues them.
 */
import type { EditorKind } from "./sites/site";

export interface TextMap {
  readonly holder: HTMLElement;
  readonly text: string;
  /** The places between two offsets; none in a plain field, whose text is not in the DOM. */
  rangeFor(start: number, end: number): Range | undefined;
  /** The offset of a place in the holder. */
  offsetOf(node: Node, offset: number): number | undefined;
}

export interface ReadOptions {
  /** What the site put into the holder and the author did not write. */
  isChrome?: (element: Element) => boolean;
}

/** A stretch of the text and the node that shows it. An empty one marks where an empty line can be reached. */
interface Piece {
  at: number;
  length: number;
  node: Node;
  /** Where in the node: characters in a text node, children elsewhere. */
  from: number;
  /** Stands for its text as a whole, like a picture of an emoji. */
  whole: boolean;
}

const NO_TEXT = /[\u200B\uFEFF]/;

/** Parts of an editor that hold none of the author's words. */
const CHROME = [
  "script",
  "style",
  "template",
  ".ql-clipboard",
  ".ql-ui",
  ".ql-tooltip",
  ".ProseMirror-widget",
  ".ProseMirror-separator",
  ".public-DraftEditorPlaceholder-root",
  "[data-lexical-cursor]",
  "[data-lexical-linebreak]",
].join(",");

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|OL|P|PRE|SECTION|TABLE|TBODY|TD|TH|THEAD|TR|UL)$/;

export function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

export function readHolder(holder: HTMLElement, editor: EditorKind, options: ReadOptions = {}): TextMap {
  return isField(holder) ? readField(holder) : readEditable(holder, editor, options);
}

function readField(holder: HTMLInputElement | HTMLTextAreaElement): TextMap {
  return { holder, text: holder.value, rangeFor: () => undefined, offsetOf: () => undefined };
}

function readEditable(holder: HTMLElement, editor: EditorKind, options: ReadOptions): TextMap {
  const pieces: Piece[] = [];
  let text = "";
  let lines = 0;
  let trimNext = false;

  function add(words: string, node: Node, from: number, whole: boolean) {
    pieces.push({ at: text.length, length: words.length, node, from, whole });
    text += words;
  }

  function addText(node: Text) {
    const data = node.data;
    let from = 0;
    if (trimNext) {
      while (from < data.length && /\s/.test(data.charAt(from))) from++;
      if (from < data.length) trimNext = false;
    }
    for (let at = from; at <= data.length; at++) {
      if (at < data.length && !NO_TEXT.test(data.charAt(at))) continue;
      if (at > from) add(data.slice(from, at), node, from, false);
      from = at + 1;
    }
  }

  function startLine() {
    if (lines++ > 0) text += "\n";
  }

  /** A run of text, pictures and breaks: one line, or more where a break divides it. */
  function walkLine(nodes: readonly Node[], parent: Node) {
    startLine();
    const start = text.length;
    const before = pieces.length;
    const breaks: Piece[] = [];
    for (const node of nodes) walkInline(node, breaks);
    const last = breaks.at(-1);
    // The break that ends a line is there to be seen by the caret, and none of the text.
    if (last && last.at + last.length === text.length && pieces.at(-1) === last) {
      text = text.slice(0, last.at);
      last.length = 0;
    } else if (editor === "draft" && text.length > start && text.endsWith("\n")) {
      dropLastCharacter();
    }
    if (pieces.length === before) pieces.push({ at: text.length, length: 0, node: parent, from: 0, whole: false });
  }

  /** Draft.js doubles the line feed that ends a block, so that the caret can stand behind it. */
  function dropLastCharacter() {
    const piece = pieces.at(-1);
    if (!piece || piece.whole || piece.length === 0) return;
    piece.length -= 1;
    text = text.slice(0, -1);
  }

  function walkInline(node: Node, breaks: Piece[]) {
    if (node instanceof Text) return addText(node);
    if (!(node instanceof Element) || isFurniture(node)) return;
    if (options.isChrome?.(node)) {
      trimNext = text.length === 0;
      return;
    }
    if (node instanceof HTMLBRElement) {
      const parent = node.parentNode ?? holder;
      add("\n", parent, Array.prototype.indexOf.call(parent.childNodes, node), true);
      const piece = pieces.at(-1);
      if (piece) breaks.push(piece);
      return;
    }
    if (node instanceof HTMLImageElement) {
      if (node.alt !== "") {
        const parent = node.parentNode ?? holder;
        add(node.alt, parent, Array.prototype.indexOf.call(parent.childNodes, node), true);
      }
      return;
    }
    for (const child of node.childNodes) walkInline(child, breaks);
  }

  function walkBlock(block: Element) {
    const children = [...block.childNodes];
    if (!children.some(isBlock)) {
      walkLine(children, block);
      return;
    }
    let run: Node[] = [];
    const flush = () => {
      if (run.length > 0) walkLine(run, block);
      run = [];
    };
    for (const child of children) {
      if (isBlock(child)) {
        flush();
        walkBlock(child);
      } else if (counts(child)) {
        run.push(child);
      }
    }
    flush();
  }

  walkBlock(holder);
  return mapOf(holder, text, pieces);
}

/** A line of its own, or what holds lines. A block that cannot be edited is furniture. */
function isBlock(node: Node): node is Element {
  return node instanceof Element && BLOCK.test(node.tagName) && !isFurniture(node);
}

function isFurniture(element: Element): boolean {
  if (element.matches(CHROME)) return true;
  return BLOCK.test(element.tagName) && element.getAttribute("contenteditable") === "false";
}

/** Whether what stands beside blocks is a line. White space there is how the page's source is laid out. */
function counts(node: Node): boolean {
  if (node instanceof Text) return node.data.trim() !== "";
  return node instanceof Element && !isFurniture(node);
}

function mapOf(holder: HTMLElement, text: string, pieces: readonly Piece[]): TextMap {
  function pointAtStart(offset: number): [Node, number] | undefined {
    const piece =
      pieces.find(({ at, length }) => at <= offset && offset < at + length) ??
      pieces.find(({ at, length }) => length === 0 && at === offset) ??
      pieces.findLast(({ at, length }) => at + length <= offset);
    return piece && pointIn(piece, offset, false);
  }

  function pointAtEnd(offset: number): [Node, number] | undefined {
    const piece =
      pieces.find(({ at, length }) => at < offset && offset <= at + length) ??
      pieces.find(({ at, length }) => length === 0 && at === offset) ??
      pieces.find(({ at }) => at >= offset);
    return piece && pointIn(piece, offset, true);
  }

  return {
    holder,
    text,
    rangeFor(start, end) {
      if (start < 0 || end > text.length || start > end) return undefined;
      const to = pointAtEnd(end);
      const from = start === end ? to : pointAtStart(start);
      if (!from || !to || !from[0].isConnected || !to[0].isConnected) return undefined;
      const range = document.createRange();
      range.setStart(...from);
      range.setEnd(...to);
      return range;
    },
    offsetOf(node, offset) {
      if (!holder.contains(node)) return undefined;
      const same = pieces.filter((piece) => piece.node === node && !piece.whole);
      if (node instanceof Text) {
        for (const { at, from, length } of same) if (offset <= from + length) return at + Math.max(0, offset - from);
        const last = same.at(-1);
        if (last) return last.at + last.length;
      }
      const place = document.createRange();
      place.setStart(node, Math.min(offset, lengthOf(node)));
      const next = pieces.findIndex((piece) => place.comparePoint(piece.node, piece.from) >= 0);
      const following = pieces[next];
      const before = next < 0 ? pieces.at(-1) : pieces[next - 1];
      const endsIn = before && !node.childNodes[offset] && node.contains(before.node);
      if (following && !endsIn) return following.at;
      return before ? before.at + before.length : 0;
    },
  };
}

function pointIn(piece: Piece, offset: number, end: boolean): [Node, number] {
  if (piece.whole) return [piece.node, piece.from + (end && offset > piece.at ? 1 : 0)];
  return [piece.node, piece.from + Math.max(0, Math.min(piece.length, offset - piece.at))];
}

function lengthOf(node: Node): number {
  return node instanceof CharacterData ? node.length : node.childNodes.length;
}
