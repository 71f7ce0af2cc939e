/** Profiles, the form for one's own, and the form in which somebody else is recommended. */
import { Avatar } from "../shared/avatar";
import { label } from "../shared/labels";
import { go } from "../shared/navigate";
import { gwen, me } from "../shared/people";
import { switches } from "../shared/switches";
import { ABOUT } from "./about-text";
import { EmberModal } from "./ember-modal";
import { showInOutlet } from "./interop";
import { PlainLongForm, TiptapLongForm } from "./long-form";
import { SduiDialog } from "./sdui-dialog";

const OWN = "/in/sam-okafor/";
const own = { about: ABOUT };

export function ProfilePage({ path }: { path: string }) {
  const mine = path.startsWith(OWN) || path.startsWith("/in/me/");
  const person = mine ? me : gwen;
  return (
    <section className="card profile">
      <Avatar of={person} size={96} />
      <h1>{person.name}</h1>
      <h2 id="about">{label("about")}</h2>
      <p data-testid="expandable-text-box" className="words">
        {mine ? own.about : person.about}
      </p>
      {!mine && switches.generation === "interop" && (
        <button type="button" className="primary" data-replica="invite" onClick={() => showInOutlet("invite")}>
          {label("addNote")}
        </button>
      )}
      {mine && (
        <a
          href={`${OWN}edit/forms/summary/new/`}
          aria-label={label("edit")}
          onClick={(event) => {
            event.preventDefault();
            go(`${OWN}edit/forms/summary/new/`);
          }}
        >
          {label("edit")}
        </a>
      )}
    </section>
  );
}

export function AboutForm() {
  const back = () => go(OWN);
  const form = {
    surface: "profile",
    field: "about",
    id: "multiline-text-form-component-profileEditFormElement-SUMMARY-profile-1001-summary",
    title: label("about"),
    submitLabel: label("save"),
    starts: own.about,
    onSaved: (text: string) => {
      own.about = text;
      back();
    },
  } as const;
  if (switches.generation === "ember") {
    return (
      <EmberModal id="profile-edit" className="pe-edit-form-page__modal" title={null} onClose={back}>
        <PlainLongForm {...form} />
      </EmberModal>
    );
  }
  return (
    <SduiDialog screen="profile.ProfileEditSummary" onClose={back}>
      <TiptapLongForm {...form} />
    </SduiDialog>
  );
}

/** The newest way to write a message: a plain field in a dialog. */
export function MessageDialog() {
  const back = () => go("/messaging/thread/2001/");
  return (
    <SduiDialog screen="messaging.MessageCompose" onClose={back}>
      <PlainLongForm
        surface="message"
        field="message"
        id="message-text"
        title={gwen.name}
        submitLabel={label("send")}
        onSaved={back}
      />
    </SduiDialog>
  );
}

export function RecommendationForm() {
  const back = () => go(`/in/${gwen.handle}/`);
  const form = {
    surface: "recommendation",
    field: "text",
    id: "recommendation-text",
    title: `${label("recommend")}: ${gwen.name}`,
    submitLabel: label("send"),
    onSaved: back,
  } as const;
  return (
    <SduiDialog screen="profile.ProfileRecommendation" onClose={back}>
      {switches.form === "tiptap" ? <TiptapLongForm {...form} /> : <PlainLongForm {...form} />}
    </SduiDialog>
  );
}
