/**
 * A box like none of the sites' editors: what an adapter meets on the day a site changes its editor.
 * Its model follows each input.
 */
import { useState } from "react";
import { publish } from "./posted";
import { gesture } from "./submit";

interface Props {
  label: string;
  submitLabel: string;
  /** The site's own mark on the text holder, which outlived the editor. */
  holderMarks?: Record<`data-${string}`, string>;
  submitMarks?: Record<`data-${string}`, string>;
  onPosted?: () => void;
}

export function StrangeBox({ label, submitLabel, holderMarks, submitMarks, onPosted }: Props) {
  const [text, setText] = useState("");
  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || text === "") return;
    publish({ surface: "strange", text, trusted });
    onPosted?.();
  }
  return (
    <div className="strange-box">
      <article-text
        contenteditable="plaintext-only"
        role="textbox"
        tabindex="0"
        aria-label={label}
        onInput={(event: { currentTarget: HTMLElement }) => setText(event.currentTarget.textContent ?? "")}
        {...holderMarks}
      />
      <button
        type="button"
        className="submit primary wide"
        disabled={text === ""}
        onClick={(event) => submit(event.nativeEvent)}
        {...submitMarks}
      >
        {submitLabel}
      </button>
    </div>
  );
}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      "article-text": {
        contenteditable: string;
        role: string;
        tabindex: string;
        "aria-label": string;
        onInput: (event: { currentTarget: HTMLElement }) => void;
      };
    }
  }
}
