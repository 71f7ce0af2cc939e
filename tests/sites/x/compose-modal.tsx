/** The composer of `/compose/post`: a new post, a thread, a reply or a quote. */
import { label } from "../shared/labels";
import type { Place } from "../shared/navigate";
import { storyOf } from "../shared/people";
import { Article } from "./article";
import { Composer } from "./composer";
import { Modal } from "./modal";

export function ComposeModal({ about, onClose }: { about: Place["about"]; onClose: () => void }) {
  const reply = about?.reply ? storyOf(about.reply) : undefined;
  const quote = about?.quote ? storyOf(about.quote) : undefined;
  return (
    <Modal title={label("post")} onClose={onClose}>
      {reply && <Article story={reply} actions={false} />}
      {reply && (
        <p className="replying quiet">
          {label("replyingTo")} <a href={`/${reply.by.handle}`}>@{reply.by.handle}</a>
        </p>
      )}
      <Composer
        inline={false}
        focusAtOnce
        onPosted={onClose}
        {...(reply ? { reply } : {})}
        {...(quote ? { quote } : {})}
      />
    </Modal>
  );
}
