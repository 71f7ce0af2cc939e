/** A box with Tiptap in it, inside LinkedIn's wrappers. Its contents outlive the element. */
import { Editor, type JSONContent } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { useCallback, useRef, useState } from "react";
import type { Person } from "../shared/people";
import { switches } from "../shared/switches";
import { Emoji, Hashtags, Mention, Placeholder } from "./tiptap-nodes";

export interface TiptapBox {
  attach: (element: HTMLElement | null) => void;
  text: string;
  /** The text as the document has it now. */
  read: () => string;
  clear: () => void;
}

interface Options {
  label: string;
  placeholder: string;
  componentKey?: string;
  /** A person whose name stands first: whoever is being answered. */
  mention?: Person;
  starts?: string;
  focusAtOnce?: boolean;
  onInput?: () => void;
  onChord?: (event: Event) => void;
}

/** Paragraphs, line breaks and undo; the rest of the kit is for articles. */
const kit = StarterKit.configure({
  blockquote: false,
  bold: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  italic: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  strike: false,
  trailingNode: false,
  underline: false,
});

function textOf(editor: Editor): string {
  return editor.getText({ blockSeparator: "\n" });
}

function startOf({ mention, starts }: Options): JSONContent {
  const content: JSONContent[] = [];
  if (mention) content.push({ type: "mention", attrs: { name: mention.name } }, { type: "text", text: " " });
  if (starts) content.push({ type: "text", text: starts });
  return { type: "doc", content: [{ type: "paragraph", content }] };
}

export function useTiptap(options: Options): TiptapBox {
  const document = useRef<JSONContent>(startOf(options));
  const editor = useRef<Editor>();
  const latest = useRef(options);
  latest.current = options;
  const [text, setText] = useState((options.mention ? `${options.mention.name} ` : "") + (options.starts ?? ""));

  const attach = useCallback((element: HTMLElement | null) => {
    editor.current?.destroy();
    editor.current = undefined;
    if (!element) return;
    const { label, placeholder, componentKey, focusAtOnce } = latest.current;
    const extensions = [kit, Mention, Hashtags, Placeholder.configure({ text: placeholder })];
    editor.current = new Editor({
      element,
      extensions: switches.emoji === "img" ? [...extensions, Emoji] : extensions,
      content: document.current,
      autofocus: focusAtOnce ? "end" : false,
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-label": label,
          "aria-multiline": "true",
          ...(componentKey ? { componentkey: componentKey } : {}),
        },
        handleKeyDown: (_view, event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !latest.current.onChord) return false;
          event.preventDefault();
          latest.current.onChord(event);
          return true;
        },
      },
      onUpdate: ({ editor: changed }) => {
        document.current = changed.getJSON();
        setText(textOf(changed));
        latest.current.onInput?.();
      },
    });
  }, []);

  return {
    attach,
    text,
    read: () => (editor.current ? textOf(editor.current) : ""),
    clear: () => {
      editor.current?.commands.clearContent(true);
    },
  };
}

/** The levels between the text and what belongs to the box. */
export function TiptapField({ box, turn }: { box: TiptapBox; turn: number }) {
  return (
    <div data-display-contents="true">
      <div>
        <div data-testid="ui-core-tiptap-text-editor-wrapper" className="field">
          <div key={turn} ref={box.attach} />
        </div>
      </div>
    </div>
  );
}
