/** The post dialog of the third generation, with Tiptap. No form, no marks on its submit button. */
import { useEffect, useState } from "react";
import { useAttachments } from "../shared/attachments";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { me } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { StrangeBox } from "../shared/strange-box";
import { gesture } from "../shared/submit";
import { switches } from "../shared/switches";
import { SduiDialog } from "./sdui-dialog";
import { TiptapField, useTiptap } from "./tiptap-box";

const SCREEN = "sharing.ShareCompose";

interface Props {
  /** What an older post said; it is edited then. */
  starts?: string;
  onClose: () => void;
}

export function SduiShare({ starts, onClose }: Props) {
  const [ready, setReady] = useState(false);
  // An empty dialog stands there first and is swapped for the real one.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setReady(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  if (!ready) {
    return (
      <dialog open data-testid="dialog" className="_1a2b3c4d">
        <p className="quiet">{label("checking")}</p>
      </dialog>
    );
  }
  return (
    <SduiDialog screen={SCREEN} onClose={onClose}>
      {switches.strange ? (
        <StrangeBox label={label("textEditorPost")} submitLabel={label("post")} onPosted={onClose} />
      ) : (
        <ShareBox onClose={onClose} {...(starts === undefined ? {} : { starts })} />
      )}
    </SduiDialog>
  );
}

function ShareBox({ starts, onClose }: Props) {
  const rerender = useRerender();
  const box = useTiptap({
    label: label("textEditorPost"),
    placeholder: label("talkAbout"),
    componentKey: "ShareBox_textEditor",
    focusAtOnce: true,
    ...(starts === undefined ? {} : { starts }),
    onInput: rerender.onInput,
  });
  const attachments = useAttachments(9, rerender.onAttach);
  const enabled = box.text.trim() !== "" || attachments.items.length > 0;

  function submit(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || !enabled) return;
    const names = attachments.items.map(({ name }) => name);
    publish({
      surface: starts === undefined ? "post" : "edit",
      text: box.read(),
      trusted,
      ...(names.length > 0 ? { attachments: names } : {}),
    });
    onClose();
  }

  return (
    <div className="share" {...attachments.gestures}>
      <div className="share-author">
        <span id="shareboxProfilePictureComponentRef">
          <Avatar of={me} size={48} />
        </span>
        <b>{me.name}</b>
      </div>
      <TiptapField box={box} turn={rerender.editor} />
      {attachments.items.length > 0 && (
        <div id="ShareBoxpreviewCard" className="previews">
          {attachments.items.map((item) => (
            <div key={item.id}>
              {item.kind === "video" ? <video src={item.url} muted controls /> : <img src={item.url} alt="" />}
              <button type="button" aria-label={label("removeMedia")} onClick={() => attachments.remove(item.id)}>
                <svg id="trash-small" width="16" height="16" aria-hidden="true">
                  <path d="M3 5H13L12 15H4Z" fill="currentColor" />
                </svg>
              </button>
            </div>
          ))}
        </div>
      )}
      <div className="share-foot" key={`foot-${rerender.surroundings}`}>
        <MediaButton onChange={attachments.onChange} />
        <button type="button" className="primary" disabled={!enabled} onClick={(event) => submit(event.nativeEvent)}>
          <span>{label(starts === undefined ? "post" : "save")}</span>
        </button>
      </div>
    </div>
  );
}

function MediaButton({ onChange }: { onChange: ReturnType<typeof useAttachments>["onChange"] }) {
  return (
    <>
      <button
        type="button"
        aria-label={label("media")}
        onClick={(event) => (event.currentTarget.nextElementSibling as HTMLInputElement).click()}
      >
        <svg id="image-medium" width="24" height="24" aria-hidden="true">
          <path d="M3 4H21V20H3ZM6 17H18L14 10L11 14L9 12Z" fill="currentColor" />
        </svg>
      </button>
      <input type="file" hidden multiple accept="image/*,video/*" onChange={onChange} />
    </>
  );
}
