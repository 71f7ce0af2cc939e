/** A company page's administration: its post box has Quill whatever the member's own has. */
import { useState } from "react";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import type { Person } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { EmberModal } from "./ember-modal";
import { Timeline } from "./feed";
import { useQuill } from "./quill-box";

const company: Person = { name: "Brookfield Health Centre", handle: "2001", colour: "#2b6a4f", about: "" };

function PageShare({ onClose }: { onClose: () => void }) {
  const rerender = useRerender();
  const box = useQuill({
    label: label("textEditorPost"),
    placeholder: label("talkAbout"),
    focusAtOnce: true,
    onInput: rerender.onInput,
  });
  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    const text = box.read();
    if (!heeded || text.trim() === "") return;
    publish({ surface: "page", text, trusted });
    onClose();
  }
  const head = (
    <h2 className="author">
      <Avatar of={company} size={48} /> {company.name}
    </h2>
  );
  return (
    <EmberModal id="page-post" className="page-post" title={head} onClose={onClose}>
      <div className="editor-container">
        <div className="ql-container" ref={box.attach} />
      </div>
      <div className="share-foot" key={rerender.surroundings}>
        <button
          type="button"
          className="primary"
          disabled={box.text.trim() === ""}
          onClick={(event) => submit(event.nativeEvent)}
        >
          <span>{label("post")}</span>
        </button>
      </div>
    </EmberModal>
  );
}

export function CompanyPage() {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <h1 className="card">{company.name}</h1>
      <div className="card launcher">
        <button type="button" className="pill" data-replica="launcher" onClick={() => setOpen(true)}>
          {label("startPost")}
        </button>
      </div>
      <Timeline />
      {open && <PageShare onClose={() => setOpen(false)} />}
    </div>
  );
}
