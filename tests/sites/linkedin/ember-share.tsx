/** The post dialog of the first two generations, with Quill; the second has it in a shadow root. */
import { useState } from "react";
import { useAttachments } from "../shared/attachments";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import type { Person } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { gesture } from "../shared/submit";
import { EmberModal } from "./ember-modal";
import { useQuill } from "./quill-box";

interface Props {
  as: Person;
  surface: string;
  /** What an older post said; it is edited then. */
  starts?: string;
  onClose: () => void;
}

export function EmberShare({ as, surface, starts, onClose }: Props) {
  const rerender = useRerender();
  const box = useQuill({
    label: label("textEditorPost"),
    placeholder: label("talkAbout"),
    focusAtOnce: true,
    ...(starts === undefined ? {} : { starts }),
    onInput: rerender.onInput,
  });
  const [choosing, setChoosing] = useState(false);
  const attachments = useAttachments(9, () => setChoosing(true));
  const enabled = box.text.trim() !== "" || attachments.items.length > 0;

  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || !enabled) return;
    const names = attachments.items.map(({ name }) => name);
    publish({ surface, text: box.read(), trusted, ...(names.length > 0 ? { attachments: names } : {}) });
    onClose();
  }

  const head = (
    <div className="share-unified-settings-entry-button">
      <Avatar of={as} size={48} /> <b>{as.name}</b>
    </div>
  );
  return (
    <EmberModal id="sharebox" className="share-box-v2__modal" title={head} onClose={onClose}>
      <div className="share-box" {...attachments.gestures}>
        <div className="share-creation-state__text-editor">
          <div className="editor-container">
            <div className="editor-content ql-container" key={rerender.editor} ref={box.attach} />
          </div>
        </div>
        {attachments.items.length > 0 && (
          <div className="share-creation-state__preview-container">
            <div className="update-components-image">
              {attachments.items.map((item) =>
                item.kind === "video" ? (
                  <video key={item.id} className="update-components-video" src={item.url} muted controls />
                ) : (
                  <img key={item.id} className="update-components-image__image" src={item.url} alt="" />
                ),
              )}
            </div>
            <button type="button" aria-label={label("removeMedia")} onClick={attachments.clear}>
              <svg id="trash-small" width="16" height="16" aria-hidden="true">
                <path d="M3 5H13L12 15H4Z" fill="currentColor" />
              </svg>
            </button>
          </div>
        )}
        {choosing && (
          <div className="media-editor__container">
            <button
              type="button"
              className="share-box-footer__primary-btn artdeco-button"
              onClick={() => {
                setChoosing(false);
                rerender.onAttach();
              }}
            >
              <span className="artdeco-button__text">{label("next")}</span>
            </button>
          </div>
        )}
        <div className="share-creation-state__bottom" key={`bottom-${rerender.surroundings}`}>
          <label className="share-promoted-detour-button" aria-label={label("media")}>
            <svg id="image-medium" width="24" height="24" aria-hidden="true">
              <path d="M3 4H21V20H3ZM6 17H18L14 10L11 14L9 12Z" fill="currentColor" />
            </svg>
            <input
              type="file"
              hidden
              multiple
              id="media-editor-file-selector__file-input"
              accept="image/*,video/*"
              onChange={attachments.onChange}
            />
          </label>
          <div className="share-box_actions">
            <button
              type="button"
              className="share-actions__primary-action artdeco-button"
              disabled={!enabled}
              onClick={(event) => submit(event.nativeEvent)}
            >
              <span className="artdeco-button__text">{label(starts === undefined ? "post" : "save")}</span>
            </button>
          </div>
        </div>
      </div>
    </EmberModal>
  );
}
