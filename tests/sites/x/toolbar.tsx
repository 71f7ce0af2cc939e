/** The bar under the text, in a branch of its own beside the text holder. */
import type { ChangeEvent } from "react";
import { label } from "../shared/labels";
import { LIMIT } from "./count";

interface Props {
  inline: boolean;
  enabled: boolean;
  thread: boolean;
  reply: boolean;
  length: number;
  canAdd: boolean;
  onFiles: (event: ChangeEvent<HTMLInputElement>) => void;
  onPoll: () => void;
  onAdd: () => void;
  onSubmit: (event: Event) => void;
}

const TYPES = "image/jpeg,image/png,image/webp,image/gif,video/mp4,video/quicktime";

export function ToolBar(props: Props) {
  const submitLabel = props.reply ? "reply" : props.thread ? "postAll" : "post";
  return (
    <div data-testid="toolBar" className="tool-bar" role="navigation">
      <div className="tools" role="tablist">
        <label className="tool" title={label("media")}>
          🖼
          <input type="file" hidden multiple data-testid="fileInput" accept={TYPES} onChange={props.onFiles} />
        </label>
        <button type="button" className="tool" data-testid="gifSearchButton">
          GIF
        </button>
        <button
          type="button"
          className="tool"
          data-testid="createPollButton"
          aria-label={label("poll")}
          onClick={props.onPoll}
        >
          ☰
        </button>
        <button type="button" className="tool" data-testid="scheduleOption" aria-disabled={props.thread || undefined}>
          ◷
        </button>
        <button type="button" className="tool" data-testid="geoButton" aria-disabled="true">
          📍
        </button>
      </div>
      <div className="finish">
        {props.length > 0 && (
          <div
            role="progressbar"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.min(100, Math.round((100 * props.length) / LIMIT))}
            className={props.length > LIMIT ? "ring over" : "ring"}
          >
            {props.length > LIMIT - 20 ? LIMIT - props.length : ""}
          </div>
        )}
        {props.canAdd && (
          <button
            type="button"
            className="tool add"
            data-testid="addButton"
            aria-label={label("add")}
            onClick={props.onAdd}
          >
            +
          </button>
        )}
        <button
          type="button"
          className="submit"
          role="button"
          data-testid={props.inline ? "tweetButtonInline" : "tweetButton"}
          disabled={!props.enabled}
          aria-disabled={!props.enabled || undefined}
          onClick={(event) => props.onSubmit(event.nativeEvent)}
        >
          <span>{label(submitLabel)}</span>
        </button>
      </div>
    </div>
  );
}
