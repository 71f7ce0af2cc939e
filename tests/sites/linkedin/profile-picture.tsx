/** The dialogs for the profile's photo and background. How the live ones are marked is not known. */
import { useAttachments } from "../shared/attachments";
import { label } from "../shared/labels";
import { go } from "../shared/navigate";
import { publish } from "../shared/posted";
import { gesture } from "../shared/submit";
import { SduiDialog } from "./sdui-dialog";

export function PictureForm({ field }: { field: "photo" | "background" }) {
  const back = () => go("/in/sam-okafor/");
  const picture = useAttachments(1, () => undefined);

  function save(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded) return;
    publish({
      surface: "profile",
      fields: { [field]: "" },
      attachments: picture.items.map(({ name }) => name),
      trusted,
    });
    back();
  }

  return (
    <SduiDialog screen="profile.ProfilePicture" onClose={back}>
      <label>
        {label("media")}
        <input type="file" hidden accept="image/*" onChange={picture.onChange} />
      </label>
      {picture.items.map(({ id, url }) => (
        <img key={id} src={url} alt="" width={320} height={field === "photo" ? 320 : 80} />
      ))}
      <div className="share-foot">
        <button
          type="button"
          className="primary"
          disabled={picture.items.length === 0}
          onClick={(event) => save(event.nativeEvent)}
        >
          <span>{label("save")}</span>
        </button>
      </div>
    </SduiDialog>
  );
}
