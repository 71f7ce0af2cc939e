/** The dialog in which a post is written or edited: in the feed, a group or as a page. */
import { useEffect, useState } from "react";
import { type Attachments, useAttachments } from "../shared/attachments";
import { Avatar } from "../shared/avatar";
import { type Label, label } from "../shared/labels";
import type { Person } from "../shared/people";
import { publish } from "../shared/posted";
import { useRerender } from "../shared/rerender";
import { StrangeBox } from "../shared/strange-box";
import { gesture } from "../shared/submit";
import { switches } from "../shared/switches";
import { Button } from "./button";
import { Dialog, LoadingDialog } from "./dialog";
import { useLexical } from "./lexical";
import { LinkCard, useLinkCard } from "./link-card";
import { TextBox } from "./textbox";

export interface PostDialogProps {
  as: Person;
  /** What the replica records. */
  surface: string;
  /** Who will see it; groups and pages have no such control. */
  audience?: boolean;
  /** A page's posts go through a second dialog. */
  settings?: boolean;
  starts?: string;
  submitLabel?: Label;
  onClose: () => void;
}

function Previews({ attachments }: { attachments: Attachments }) {
  return (
    <div className="previews">
      {attachments.items.map((item) => (
        <div key={item.id} className="preview">
          {item.kind === "video" ? <video src={item.url} muted controls /> : <img src={item.url} alt="" />}
          <Button
            label={label("removeAttachment")}
            className="round remove"
            onPress={() => attachments.remove(item.id)}
          >
            ✕
          </Button>
        </div>
      ))}
    </div>
  );
}

export function PostDialog(props: PostDialogProps) {
  const { as, surface, onClose } = props;
  const [ready, setReady] = useState(false);
  const [inSettings, setInSettings] = useState(false);
  const [checked, setChecked] = useState(!switches.audienceCheck);
  const box = useLexical("rich", props.starts);
  const card = useLinkCard(box.text);
  const rerender = useRerender();
  const attachments = useAttachments(10, rerender.onAttach);
  const enabled = box.text.trim() !== "" || attachments.items.length > 0;

  // The dialog is fetched when it is first wanted; until then a loading one stands there.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setReady(true));
    return () => cancelAnimationFrame(frame);
  }, []);

  function send(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || !enabled) return;
    if (!checked) return setChecked(true);
    const names = attachments.items.map(({ name }) => name);
    if (card.address) names.push(card.address);
    publish({ surface, text: box.text, trusted, ...(names.length > 0 ? { attachments: names } : {}) });
    onClose();
  }

  function submit(event: Event) {
    if (!props.settings) return send(event);
    const { heeded } = gesture(event);
    if (heeded && enabled) setInSettings(true);
  }

  if (!ready) return <LoadingDialog />;
  if (switches.strange) {
    return (
      <Dialog title={label("createPost")} onClose={onClose}>
        <StrangeBox label={label("whatIsOnYourMind")} submitLabel={label("post")} onPosted={onClose} />
      </Dialog>
    );
  }
  const title = label(props.starts === undefined ? "createPost" : "editPost");
  const submitLabel = label(props.submitLabel ?? (props.settings ? "next" : "post"));
  return (
    <>
      <Dialog title={title} onClose={onClose} hidden={inSettings}>
        <form method="post" onSubmit={(event) => event.preventDefault()} {...attachments.gestures}>
          <div className="author" key={`author-${rerender.surroundings}`}>
            <Avatar of={as} />
            <div>
              <b>{as.name}</b>
              {props.audience && (
                <Button label={label("audience")} className="audience" onPress={() => undefined}>
                  {label("friends")} ▾
                </Button>
              )}
            </div>
          </div>
          <TextBox
            key={`box-${rerender.editor}`}
            box={box}
            label={label("whatIsOnYourMind")}
            placeholder={label("whatIsOnYourMind")}
            focusAtOnce
            onChord={submit}
            onInput={rerender.onInput}
          />
          <Previews attachments={attachments} />
          <LinkCard card={card} />
          <div className="add-to-post">
            <span>{label("add")}</span>
            <label className="round">
              🖼
              <input
                type="file"
                hidden
                multiple
                accept="image/*,image/heif,image/heic,video/*"
                onChange={attachments.onChange}
              />
            </label>
          </div>
          <Button
            key={`submit-${rerender.surroundings}`}
            label={submitLabel}
            className="wide"
            disabled={!enabled}
            onPress={submit}
          />
        </form>
      </Dialog>
      {inSettings && (
        <Dialog title={label("postSettings")} onClose={() => setInSettings(false)}>
          <p className="quiet settings">{as.name}</p>
          <Button label={label("post")} className="wide" onPress={send} />
        </Dialog>
      )}
    </>
  );
}
