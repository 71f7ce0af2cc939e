/**
 * The parts of a post that is being written. A single part is published as it stands in its editor; in a
 * thread the part being edited enters the thread's state only when it loses the focus.
 */
import { EditorState } from "draft-js";
import { useRef, useState } from "react";
import { decorator } from "./decorators";

export interface Part {
  key: number;
  state: EditorState;
}

export interface Parts {
  all: Part[];
  change: (key: number, state: EditorState) => void;
  commit: (key: number) => void;
  add: () => void;
  remove: (key: number) => void;
  reset: () => void;
  /** What would be published now. */
  texts: () => string[];
}

const textOf = (state: EditorState) => state.getCurrentContent().getPlainText("\n");

export function useParts(): Parts {
  const nextKey = useRef(0);
  const fresh = (): Part => ({ key: nextKey.current++, state: EditorState.createEmpty(decorator) });
  // The ref is what handlers read: several changes may come before React draws.
  const live = useRef<Part[]>();
  live.current ??= [fresh()];
  const committed = useRef(new Map<number, string>());
  const [, draw] = useState(0);

  function set(parts: Part[]) {
    live.current = parts;
    draw((n) => n + 1);
  }
  const now = () => live.current ?? [];

  return {
    all: live.current,
    change: (key, state) => set(now().map((part) => (part.key === key ? { key, state } : part))),
    commit: (key) => {
      const part = now().find((one) => one.key === key);
      if (part) committed.current.set(key, textOf(part.state));
    },
    add: () => {
      for (const part of now()) committed.current.set(part.key, textOf(part.state));
      set([...now(), fresh()]);
    },
    remove: (key) => set(now().filter((part) => part.key !== key)),
    reset: () => {
      committed.current.clear();
      set([fresh()]);
    },
    texts: () => {
      const [only, ...more] = now();
      if (only && more.length === 0) return [textOf(only.state)];
      return now()
        .map((part) => committed.current.get(part.key) ?? "")
        .filter((text) => text !== "");
    },
  };
}
