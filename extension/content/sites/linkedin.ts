/** LinkedIn: Quill in the older two generations, Tiptap in the third, and forms of its own for messages and profiles. */
import type { Surface } from "../../shared/records";
import { closestAcross, elementsOf, firstOf, firstWords, visible, wordsOf } from "../dom";
import { readHolder } from "../text-map";
import { boundaryOf, makeAdapter, type Place, type SurfaceKind } from "./adapter";
import { mediaOf, previewsIn } from "./attachments";
import { after, lastButton, lastWordedButton } from "./buttons";
import { editorOf } from "./editor-kind";
import { member, ownProfile } from "./linkedin-account";
import { openedBy } from "./opened-by";
import selectors from "./selectors/linkedin.json";
import type { Circumstances, ShownAttachment, Site } from "./site";

const HOST = /(?:^|\.)linkedin\.com$/;
const MENTION = selectors.mention.join(",");

const edits = openedBy(selectors.edit.opened_by.join(","));

const comment: Pick<SurfaceKind, "keys" | "surface" | "isChrome" | "circumstances"> = {
  keys: () => "chord",
  surface: (place) => (answeredComment(place) || answeredName(place) ? "reply" : "comment"),
  // The site heads a reply with the name of whom it answers; a name that the author put there is the author's.
  isChrome: (element, place) => element.matches(MENTION) && answeredName(place) === nameIn(element),
  circumstances: (place) => ({ ...member(), ...target(place), attachments: pictures(place) }),
};

const message: Pick<SurfaceKind, "keys" | "surface" | "circumstances"> = {
  // Enter sends for those who chose so, and the page does not show the choice.
  keys: () => "enter-perhaps",
  surface: () => "message",
  circumstances: (place) => ({ ...member(), ...recipient(place), attachments: pictures(place) }),
};

const kinds: readonly SurfaceKind[] = [
  { ...selectors.message, ...message },
  { ...form(selectors.message_dialog, "message", () => true), ...message },
  { ...selectors.comment_ember, ...comment },
  { ...selectors.comment_sdui, ...comment },
  form(selectors.invitation, "message", () => true),
  form(selectors.recommendation, "recommendation", at(selectors.recommendation.address)),
  form(selectors.profile, "profile", at(selectors.profile.address)),
  { ...form({ ...selectors.profile, text: [] }, "profile", at(selectors.profile.address)), pictureOnly: true },
  {
    text: selectors.article.text,
    submit: selectors.article.submit,
    accepts: (holder) => at(selectors.article.address)() && !inDialog(holder),
    keys: () => "none",
    surface: () => "post",
    holders: () =>
      [...document.querySelectorAll<HTMLElement>(selectors.article.text.join(","))].filter(
        (one) => visible(one) && !inDialog(one),
      ),
    circumstances: () => ({ ...member(), attachments: [] }),
  },
  {
    text: selectors.post.text,
    submit: ["button"],
    root: selectors.post.root,
    accepts: (holder) => closestAcross(holder, selectors.post.root.join(",")) !== undefined,
    keys: () => "chord",
    surface: (place) => (edited(place) ? "edit" : "post"),
    submitButtons(scope) {
      const named = firstOf(scope, selectors.post.submit);
      return named.length > 0 ? named : lastWordedButton(scope);
    },
    circumstances: (place) => ({
      ...member(),
      ...(edited(place) ? { previous: place.opening } : {}),
      attachments: pictures(place),
    }),
  },
];

const adapter = makeAdapter(
  "linkedin",
  kinds,
  (holder) => readHolder(holder, editorOf(holder)).text,
  selectors.composer_like,
  edits.menu,
);

export const site: Site = {
  id: "linkedin",
  serves: (host) => HOST.test(host),
  boxAt(path) {
    edits.note(elementsOf(path));
    return adapter.boxAt(path);
  },
  boxes: adapter.boxes,
  account: member,
  ownProfile,
};

function at(address: string): () => boolean {
  const pattern = new RegExp(address);
  return () => pattern.test(location.pathname);
}

/** A dialog with fields, published by its main button. */
function form(
  known: { root: string[]; text: string[]; submit: string[]; primary: string[] },
  surface: Surface,
  accepts: () => boolean,
): SurfaceKind {
  return {
    text: known.text,
    submit: known.submit,
    root: known.root,
    accepts,
    keys: () => "none",
    surface: () => surface,
    submitButtons(scope, holder) {
      const named = firstOf(scope, known.primary);
      const worded = after(holder, lastWordedButton(scope));
      return [named, worded, lastButton(scope, holder, "button")].find((found) => found.length > 0) ?? [];
    },
    circumstances: (place) => ({ ...member(), attachments: pictures(place) }),
  };
}

function inDialog(element: Element): boolean {
  return boundaryOf(element) !== document.documentElement;
}

function edited(place: Place): boolean {
  return place.openedFromMenu && place.opening !== "";
}

/** The name that stood first in a reply when it was opened. */
function answeredName({ opening, scope }: Place): string | undefined {
  const mention = scope.querySelector(MENTION);
  const name = mention ? nameIn(mention) : "";
  return name && opening.trimStart().startsWith(name) ? name : undefined;
}

function nameIn(mention: Element): string {
  return wordsOf(mention).replace(/[\u200B\uFEFF]/g, "");
}

function answeredComment({ scope }: Place): Element | undefined {
  return closestAcross(scope, selectors.target.comment.join(","));
}

/** The comment being answered, or else the post; its text is the last that stands before the box. */
function target(place: Place): Pick<Circumstances, "reply_to" | "reply_to_text"> {
  const item = answeredComment(place) ?? closestAcross(place.scope, selectors.target.post.join(","));
  const name = answeredName(place) ?? (item && firstWords(item, selectors.target.author));
  const texts = item ? firstOf(item, selectors.target.text) : [];
  const text = texts.find((one) => one.compareDocumentPosition(place.scope) & Node.DOCUMENT_POSITION_FOLLOWING);
  return { ...(name ? { reply_to: name } : {}), ...(text ? { reply_to_text: wordsOf(text) } : {}) };
}

function recipient({ scope }: Place): Pick<Circumstances, "reply_to"> {
  const conversation = closestAcross(scope, selectors.message.conversation.join(","));
  const name = conversation && firstWords(conversation, selectors.message.recipient);
  return name ? { reply_to: name } : {};
}

function pictures({ scope }: Place): ShownAttachment[] {
  const previews = firstOf(scope, selectors.post.preview);
  if (previews.length > 0) return previews.flatMap((preview) => [...previewsIn(preview), ...linksIn(preview)]);
  return firstOf(scope, selectors.post.picture).flatMap(mediaOf);
}

function linksIn(preview: Element): ShownAttachment[] {
  return [...preview.querySelectorAll<HTMLAnchorElement>("a[href]")].flatMap((link): ShownAttachment[] =>
    /^https?:/.test(link.href) && !HOST.test(new URL(link.href).hostname) ? [{ kind: "link", url: link.href }] : [],
  );
}
