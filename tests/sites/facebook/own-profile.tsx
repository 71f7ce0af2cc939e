/** The account's own profile: its picture is chosen in a dialog, its cover in its own place. How the live forms are marked is not known. */
import { useState } from "react";
import { useAttachments } from "../shared/attachments";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { me } from "../shared/people";
import { publish } from "../shared/posted";
import { gesture } from "../shared/submit";
import { Button } from "./button";
import { Dialog } from "./dialog";

function PictureDialog({ onClose }: { onClose: () => void }) {
  const picture = useAttachments(1, () => undefined);
  return (
    <Dialog title={label("profile")} onClose={onClose}>
      <label className="round">
        🖼
        <input type="file" hidden accept="image/*" onChange={picture.onChange} />
      </label>
      {picture.items.map(({ id, url }) => (
        <img key={id} src={url} alt="" className="crop" width={240} height={240} />
      ))}
      <div className="dialog-foot">
        <Button label={label("close")} onPress={onClose} />
        <Button
          label={label("save")}
          disabled={picture.items.length === 0}
          onPress={(event) => save(event, "avatar", picture.items, onClose)}
        />
      </div>
    </Dialog>
  );
}

function Cover() {
  const picture = useAttachments(1, () => undefined);
  return (
    <div data-pagelet="ProfileCover" className="card">
      {picture.items.map(({ id, url }) => (
        <img key={id} src={url} alt="" width={640} height={240} />
      ))}
      <label className="round">
        🖼
        <input type="file" hidden accept="image/*" onChange={picture.onChange} />
      </label>
      {picture.items.length > 0 && (
        <div>
          <Button label={label("discard")} onPress={picture.clear} />
          <Button label={label("save")} onPress={(event) => save(event, "cover", picture.items, picture.clear)} />
        </div>
      )}
    </div>
  );
}

function save(event: Event, field: string, items: readonly { name: string }[], done: () => void): void {
  const { heeded, trusted } = gesture(event);
  if (!heeded) return;
  publish({ surface: "profile", fields: { [field]: "" }, attachments: items.map(({ name }) => name), trusted });
  done();
}

export function OwnProfile() {
  const [open, setOpen] = useState(false);
  return (
    <div role="main">
      <Cover />
      <div className="card heading">
        <Avatar of={me} size={96} />
        <h1>{me.name}</h1>
        <Button label={label("edit")} marks={{ "data-replica": "picture" }} onPress={() => setOpen(true)} />
      </div>
      {open && <PictureDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
