/** A dialog with one long text: the profile's "about" or a recommendation, as a plain field or with Tiptap. */
import { useState } from "react";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { TiptapField, useTiptap } from "./tiptap-box";

interface Props {
  surface: "profile" | "recommendation" | "message";
  /** The form's name for the field. */
  field: string;
  id: string;
  title: string;
  submitLabel: string;
  starts?: string;
  /** The most characters that a plain field takes. */
  limit?: number;
  onSaved: (text: string) => void;
}

function send({ surface, field, onSaved }: Props, text: string, event: Event): void {
  const { heeded, trusted } = gesture(event);
  if (!heeded || text.trim() === "") return;
  publish(surface === "profile" ? { surface, fields: { [field]: text }, trusted } : { surface, text, trusted });
  onSaved(text);
}

function Foot({ turn, text, props, read }: { turn: number; text: string; props: Props; read: () => string }) {
  return (
    <div className="share-foot" key={turn}>
      <button
        type="button"
        className="primary artdeco-button"
        disabled={text.trim() === ""}
        onClick={(event) => send(props, read(), event.nativeEvent)}
      >
        <span>{props.submitLabel}</span>
      </button>
    </div>
  );
}

export function PlainLongForm(props: Props) {
  const [text, setText] = useState(props.starts ?? "");
  const rerender = useRerender();
  return (
    <div className="long-form">
      <h2>{props.title}</h2>
      <textarea
        id={props.id}
        name={props.field}
        maxLength={props.limit}
        rows={8}
        aria-label={props.title}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          rerender.onInput();
        }}
      />
      <Foot turn={rerender.surroundings} text={text} props={props} read={() => text} />
    </div>
  );
}

export function TiptapLongForm(props: Props) {
  const rerender = useRerender();
  const box = useTiptap({
    label: props.title,
    placeholder: props.title,
    focusAtOnce: true,
    onInput: rerender.onInput,
    ...(props.starts ? { starts: props.starts } : {}),
  });
  return (
    <div className="long-form">
      <h2>{props.title}</h2>
      <TiptapField box={box} turn={rerender.editor} />
      <Foot turn={rerender.surroundings} text={box.text} props={props} read={box.read} />
    </div>
  );
}
