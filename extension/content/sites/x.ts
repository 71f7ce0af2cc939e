/** X: Draft.js in posts, replies and older messages; plain fields in chat, on small screens and in the profile. */
import { elementsOf, firstOf, visible, wordsOf } from "../dom";
import { isField, readHolder } from "../text-map";
import { boundaryOf, makeAdapter, type Place, type SurfaceKind } from "./adapter";
import { mediaOf, previewsIn } from "./attachments";
import { editorOf } from "./editor-kind";
import { openedBy } from "./opened-by";
import selectors from "./selectors/x.json";
import type { Circumstances, ShownAttachment, Site } from "./site";

const HOST = /(?:^|\.)(?:x|twitter)\.com$/;
const HANDLE = /^\/@?(\w{1,15})$/;

const edits = openedBy(selectors.edit.opened_by.join(","));

const message: Pick<SurfaceKind, "surface" | "keys" | "suggestions"> = {
  surface: () => "message",
  keys: () => "enter",
  suggestions: selectors.post.suggestions,
};

const kinds: readonly SurfaceKind[] = [
  {
    ...message,
    ...selectors.message,
    circumstances: () => ({ ...own(), ...recipient(selectors.message.recipient), attachments: [] }),
  },
  {
    ...message,
    ...selectors.chat,
    circumstances: (place) => ({ ...own(), ...recipient(selectors.chat.recipient), attachments: pictures(place) }),
  },
  {
    text: [...selectors.profile.text, ...selectors.profile.beside],
    submit: selectors.profile.submit,
    keys: () => "none",
    surface: () => "profile",
    // The name and the address beside the bio are circumstances, not parts of its text.
    holders: ({ boundary }) => firstOf(boundary, selectors.profile.text),
    circumstances: profileForm,
  },
  {
    text: selectors.article.text,
    submit: selectors.article.submit,
    accepts: () => location.pathname.startsWith("/compose/articles"),
    keys: () => "none",
    surface: () => "post",
    holders: () =>
      [...document.querySelectorAll<HTMLElement>(selectors.article.text.join(","))].filter(
        (one) => visible(one) && !inDialog(one),
      ),
    circumstances: () => ({ ...own(), attachments: [] }),
  },
  {
    text: selectors.post.text,
    submit: selectors.post.submit,
    suggestions: selectors.post.suggestions,
    keys: () => "chord",
    surface(place) {
      if (edited(place)) return "edit";
      if (choices(place).length > 0) return "poll";
      return target(place) ? "reply" : "post";
    },
    // The choices come first, so that a wording goes to the end of the post and not into the last choice.
    holders: (place) => [...choices(place), ...texts(place)],
    // X takes the part being edited into a thread when it loses the focus, and a moment later.
    settle: (place) => (texts(place).length > 1 ? 250 : 0),
    circumstances: composer,
  },
];

const adapter = makeAdapter(
  "x",
  kinds,
  (holder) => readHolder(holder, editorOf(holder)).text,
  selectors.composer_like,
  edits.menu,
);

export const site: Site = {
  id: "x",
  serves: (host) => HOST.test(host),
  boxAt(path) {
    edits.note(elementsOf(path));
    return adapter.boxAt(path);
  },
  boxes: adapter.boxes,
  account: own,
  ownProfile() {
    const { handle } = own();
    if (!handle || HANDLE.exec(location.pathname)?.[1]?.toLowerCase() !== handle.toLowerCase()) return undefined;
    if (firstOf(document, selectors.own_profile.proof).length === 0) return undefined;
    const [bio] = firstOf(document, selectors.own_profile.bio);
    return { handle, bio: bio ? wordsOf(bio) : "" };
  },
};

function inDialog(element: Element): boolean {
  return boundaryOf(element) !== document.documentElement;
}

function texts({ scope, boundary }: Place): HTMLElement[] {
  return firstOf(scope, selectors.post.text).filter((holder) => boundaryOf(holder) === boundary);
}

function choices({ scope }: Place): HTMLElement[] {
  return firstOf(scope, selectors.post.poll).filter(isField);
}

function edited(place: Place): boolean {
  return place.openedFromMenu && place.opening !== "";
}

function composer(place: Place): Circumstances {
  const attachments = pictures(place);
  if (choices(place).length > 0) attachments.push({ kind: "poll" });
  for (const card of firstOf(place.scope, selectors.post.link)) {
    const url = card.querySelector("a")?.href;
    attachments.push({ kind: "link", ...(url ? { url } : {}) });
  }
  const answered = target(place);
  const quoted = quotedIn(place);
  return {
    ...own(),
    ...(answered ? { reply_to: authorOf(answered), reply_to_text: textOf(answered) } : {}),
    ...(quoted ? { quoted: textOf(quoted) } : {}),
    ...(edited(place) ? { previous: place.opening } : {}),
    attachments,
  };
}

/** The post being answered: in a dialog the one above the text, on the page of a post the one it is about. */
function target(place: Place): Element | undefined {
  const [holder] = texts(place);
  if (!holder) return undefined;
  if (!inDialog(holder)) {
    if (!/\/status\/\d+/.test(location.pathname)) return undefined;
    return firstOf(document, selectors.target.focal).find((post) => !inDialog(post));
  }
  return firstOf(place.boundary, selectors.target.post).findLast(
    (post) => post.compareDocumentPosition(holder) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}

function quotedIn(place: Place): Element | undefined {
  const [holder] = texts(place);
  return firstOf(place.scope, selectors.post.quoted).find(
    (card) => holder && holder.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}

function textOf(post: Element): string {
  const [text] = firstOf(post, selectors.target.text);
  return text ? wordsOf(text) : "";
}

function authorOf(post: Element): string {
  const links = firstOf(post, selectors.target.author);
  const name = links[0] ? wordsOf(links[0]) : "";
  const handle = links.map((link) => HANDLE.exec(link.getAttribute("href") ?? "")?.[1]).find(Boolean);
  return [name.startsWith("@") ? "" : name, handle ? `@${handle}` : ""].filter(Boolean).join(" ");
}

function recipient(alternates: readonly string[]): { reply_to?: string } {
  const [header] = firstOf(document, alternates);
  const name = header ? wordsOf(header) : "";
  return name ? { reply_to: name } : {};
}

function pictures({ scope }: Place): ShownAttachment[] {
  return firstOf(scope, selectors.post.attachments).flatMap((previews) => previewsIn(previews));
}

function profileForm({ boundary }: Place): Circumstances {
  const value = (alternates: readonly string[]) => firstOf(boundary, alternates).find(isField)?.value.trim();
  const name = value(selectors.profile.name);
  const url = value(selectors.profile.url);
  // Profile pictures have no alternative text on this site, so its absence says nothing.
  const shown = firstOf(boundary, [selectors.profile.picture.join(",")]).flatMap(mediaOf);
  const attachments = shown.map(({ alt: _, ...picture }): ShownAttachment => picture);
  if (url) attachments.push({ kind: "link", url });
  return { ...own(), ...(name ? { display_name: name } : {}), attachments };
}

/** The signed-in account, from the button that switches accounts. */
function own(): { handle?: string; display_name?: string } {
  const [avatar] = firstOf(document, selectors.account.handle);
  const handle = avatar && handleOf(avatar);
  if (!handle) return {};
  const [button] = firstOf(document, selectors.account.name);
  const words = button ? wordsOf(button) : "";
  const [name, rest] = words.slice(wordsOf(avatar).length).split(`@${handle}`, 2);
  return { handle, ...(name && rest !== undefined ? { display_name: name.trim() } : {}) };
}

function handleOf(element: Element): string | undefined {
  const tail = /^UserAvatar-Container-(\w+)$/.exec(element.getAttribute("data-testid") ?? "")?.[1];
  return tail ?? HANDLE.exec(element.getAttribute("href") ?? "")?.[1];
}
