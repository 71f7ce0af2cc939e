/** What Quill 1 and Quill 2 have in common, as far as the replicas need it. */
import Quill2 from "quill";
import Quill1 from "quill1";
import { switches } from "../shared/switches";

export interface Op {
  insert?: string | { mention?: string; emoji?: string };
  retain?: number;
  delete?: number;
  attributes?: { hashtag?: boolean | null };
}

export interface NativePlace {
  startContainer: Node;
  startOffset: number;
  endContainer: Node;
  endOffset: number;
  collapsed: boolean;
}

/** The inside of Quill that reads and sets the browser's selection. */
export interface SelectionModule {
  root: HTMLElement;
  normalizeNative(range: NativePlace): unknown;
  getNativeRange(): unknown;
  hasFocus(): boolean;
  setNativeRange(start: Node | null, startAt?: number, end?: Node | null, endAt?: number): void;
}

export interface QuillLike {
  root: HTMLElement;
  selection: SelectionModule;
  getContents(): { ops: Op[] };
  setContents(delta: { ops: Op[] } | Op[], source?: string): unknown;
  updateContents(delta: { ops: Op[] } | Op[], source?: string): unknown;
  formatText(index: number, length: number, format: string, value: unknown, source?: string): unknown;
  getSelection(): { index: number; length: number } | null;
  setSelection(index: number, length: number, source?: string): void;
  getLength(): number;
  focus(): void;
  on(event: "text-change", listener: (delta: unknown, old: unknown, source: string) => void): unknown;
}

export interface BlotClass {
  new (...parts: unknown[]): object;
  create(value: unknown): HTMLElement;
}

export interface QuillClass {
  new (element: HTMLElement, options: object): QuillLike;
  import(path: string): unknown;
  register(parts: Record<string, unknown>, overwrite: boolean): void;
}

export const QuillInUse = (switches.quill === "2" ? Quill2 : Quill1) as unknown as QuillClass;
