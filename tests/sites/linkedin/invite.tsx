/** The note that goes with an invitation; its dialog is in the shadow root. */
import { label } from "../shared/labels";
import { gwen } from "../shared/people";
import { EmberModal } from "./ember-modal";
import { PlainLongForm } from "./long-form";

const LIMIT = 200;

export function InviteNote({ onClose }: { onClose: () => void }) {
  return (
    <EmberModal id="send-invite-modal" className="send-invite" title={null} onClose={onClose}>
      <PlainLongForm
        surface="message"
        field="message"
        id="custom-message"
        title={`${label("addNote")}: ${gwen.name}`}
        submitLabel={label("sendInvitation")}
        limit={LIMIT}
        onSaved={onClose}
      />
    </EmberModal>
  );
}
