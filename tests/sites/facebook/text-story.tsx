/** A story that is words alone: a plain field. */
import { useState } from "react";
import { label } from "../shared/labels";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { Button } from "./button";

export function TextStory() {
  const [text, setText] = useState("");
  const rerender = useRerender();
  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || text.trim() === "") return;
    publish({ surface: "story", text, trusted });
    setText("");
  }
  return (
    <div role="main" className="text-story card">
      <textarea
        rows={6}
        placeholder={label("startTyping")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          rerender.onInput();
        }}
      />
      <div className="story-preview" aria-hidden="true">
        {text}
      </div>
      <Button
        key={rerender.surroundings}
        label={label("shareToStory")}
        className="wide"
        disabled={text.trim() === ""}
        onPress={submit}
      />
    </div>
  );
}
