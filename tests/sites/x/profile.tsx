/** The account's own profile, and the form that changes it. */
import { useState } from "react";
import { useAttachments } from "../shared/attachments";
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { go } from "../shared/navigate";
import { me, people } from "../shared/people";
import { publish } from "../shared/posted";
import { gesture } from "../shared/submit";
import { Modal } from "./modal";

interface Fields {
  displayName: string;
  description: string;
  location: string;
  url: string;
}

const own: Fields = { displayName: me.name, description: me.about, location: "Brookfield", url: "" };

export function ProfilePage({ handle }: { handle: string }) {
  const mine = handle === me.handle;
  const person = people.find((one) => one.handle === handle) ?? me;
  return (
    <section className="profile">
      <div className="banner" />
      <Avatar of={person} size={96} />
      {mine && (
        <a
          className="outline"
          data-testid="editProfileButton"
          href="/settings/profile"
          onClick={(event) => {
            event.preventDefault();
            go("/settings/profile");
          }}
        >
          {label("editProfile")}
        </a>
      )}
      <div data-testid="UserName">
        <h2>{mine ? own.displayName : person.name}</h2>
        <span className="quiet">@{person.handle}</span>
      </div>
      <div data-testid="UserDescription" dir="auto">
        {mine ? own.description : person.about}
      </div>
    </section>
  );
}

export function ProfileForm({ onClose }: { onClose: () => void }) {
  const [fields, setFields] = useState(own);
  const [cropping, setCropping] = useState(false);
  const avatar = useAttachments(1, () => setCropping(true));
  const banner = useAttachments(1, () => setCropping(true));

  function save(event: Event) {
    const { heeded, trusted } = gesture(event);
    if (!heeded || fields.displayName.trim() === "") return;
    Object.assign(own, fields);
    const pictures = [...avatar.items, ...banner.items].map(({ name }) => name);
    publish({
      surface: "profile",
      fields: { ...fields },
      trusted,
      ...(pictures.length > 0 ? { attachments: pictures } : {}),
    });
    onClose();
  }

  function field(name: keyof Fields, text: Parameters<typeof label>[0], limit: number) {
    const shared = {
      name,
      maxLength: limit,
      value: fields[name],
      onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
    };
    return (
      <label className="field">
        <span className="quiet">{label(text)}</span>
        {name === "description" ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />}
      </label>
    );
  }

  const head = cropping ? (
    <button type="button" className="submit" data-testid="applyButton" onClick={() => setCropping(false)}>
      {label("save")}
    </button>
  ) : (
    <button
      type="button"
      className="submit"
      data-testid="Profile_Save_Button"
      disabled={fields.displayName.trim() === ""}
      onClick={(event) => save(event.nativeEvent)}
    >
      {label("save")}
    </button>
  );
  return (
    <Modal title={label("editProfile")} onClose={onClose} head={head}>
      <div className="profile-form">
        <label data-testid="editProfileHeader" className="edit-banner">
          {banner.items[0] ? <img src={banner.items[0].url} alt="" /> : <span className="banner" />}
          <input type="file" hidden data-testid="fileInput" accept="image/*" onChange={banner.onChange} />
        </label>
        <label data-testid="editProfileAvatar" className="edit-avatar">
          {avatar.items[0] ? <img src={avatar.items[0].url} alt="" /> : <Avatar of={me} size={80} />}
          <input type="file" hidden data-testid="fileInput" accept="image/*" onChange={avatar.onChange} />
        </label>
        {field("displayName", "name", 50)}
        {field("description", "bio", 160)}
        {field("location", "location", 30)}
        {field("url", "website", 100)}
      </div>
    </Modal>
  );
}
