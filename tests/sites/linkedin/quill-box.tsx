/** A box with Quill in it. Its contents outlive the element. */
import { useCallback, useRef, useState } from "react";
import type { Person } from "../shared/people";
import { formats, registerBlots } from "./quill-blots";
import { dress, textOf } from "./quill-dress";
import { type Op, QuillInUse, type QuillLike } from "./quill-like";
import { readSelectionInShadow } from "./quill-shadow";

registerBlots();

export interface QuillBox {
  /** For the element that Quill fills; React keeps its hands off what is in it. */
  attach: (element: HTMLElement | null) => void;
  text: string;
  /** The text as Quill has it now. */
  read: () => string;
  clear: () => void;
}

interface Options {
  label: string;
  placeholder: string;
  /** A person whose name stands first: whoever is being answered. */
  mention?: Person;
  starts?: string;
  focusAtOnce?: boolean;
  onInput?: () => void;
  onChord?: (event: Event) => void;
}

export function useQuill(options: Options): QuillBox {
  const starts: Op[] = options.mention
    ? [{ insert: { mention: options.mention.name } }, { insert: " \n" }]
    : [{ insert: `${options.starts ?? ""}\n` }];
  const contents = useRef<Op[]>(starts);
  const quill = useRef<QuillLike>();
  const latest = useRef(options);
  latest.current = options;
  const [text, setText] = useState(options.mention ? `${options.mention.name} ` : (options.starts ?? ""));

  const attach = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const { label, placeholder, focusAtOnce } = latest.current;
    const made = new QuillInUse(element, {
      placeholder,
      formats,
      modules: { toolbar: false, history: { userOnly: true } },
    });
    readSelectionInShadow(made);
    made.root.setAttribute("data-test-ql-editor-contenteditable", "true");
    made.root.setAttribute("role", "textbox");
    made.root.setAttribute("aria-multiline", "true");
    made.root.setAttribute("aria-label", label);
    made.setContents({ ops: contents.current }, "silent");
    made.on("text-change", (_delta, _old, source) => {
      if (source === "user") {
        dress(made);
        latest.current.onInput?.();
      }
      contents.current = made.getContents().ops;
      setText(textOf(made));
    });
    made.root.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !latest.current.onChord) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        latest.current.onChord(event);
      },
      true,
    );
    quill.current = made;
    if (focusAtOnce) {
      made.focus();
      made.setSelection(made.getLength() - 1, 0, "api");
    }
  }, []);

  return {
    attach,
    text,
    read: () => (quill.current ? textOf(quill.current) : ""),
    clear: () => quill.current?.setContents({ ops: [{ insert: "\n" }] }, "api"),
  };
}
