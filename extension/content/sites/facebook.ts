/** Facebook and Messenger: Lexical in posts, comments and messages; what a box is follows from where it stands. */
import { closestAcross, elementsOf, firstOf, firstWords, wordsOf } from "../dom";
import { isField, readHolder } from "../text-map";
import { boundaryOf, makeAdapter, type Place, type SurfaceKind } from "./adapter";
import { mediaOf } from "./attachments";
import { after, lastButton, lastWideButton } from "./buttons";
import { editorOf } from "./editor-kind";
import { openedBy } from "./opened-by";
import selectors from "./selectors/facebook.json";
import type { Circumstances, ShownAttachment, Site } from "./site";

const HOST = /(?:^|\.)(?:facebook|messenger)\.com$/;

const LEXICAL = selectors.text.lexical;
const ARTICLE = selectors.target.post.join(",");

const edits = openedBy(selectors.edit.opened_by.join(","));

const kinds: readonly SurfaceKind[] = [
  {
    text: LEXICAL,
    ...selectors.comment,
    accepts: inCommentForm,
    keys: () => "enter",
    suggestions: selectors.suggestions,
    surface: ({ scope }) => (answeredComment(scope) ? "reply" : "comment"),
    circumstances: ({ scope }) => ({ ...own(), ...target(scope), attachments: mediaIn(scope) }),
  },
  {
    text: LEXICAL,
    submit: selectors.post.submit,
    accepts: inDialog,
    keys: () => "chord",
    suggestions: selectors.suggestions,
    surface(place) {
      if (edited(place)) return "edit";
      return choices(place).length > 0 ? "poll" : "post";
    },
    // The choices come first, so that a wording goes to the end of the post and not into the last choice.
    holders: (place) => [...choices(place), ...texts(place)],
    submitButtons: (scope, holder) => lastWideButton(scope, textNear(holder), selectors.post.submit.join(",")),
    circumstances: postDialog,
  },
  {
    text: LEXICAL,
    root: selectors.message.root,
    submit: selectors.message.submit,
    accepts: (holder) => closestAcross(holder, selectors.message.root.join(",")) !== undefined,
    keys: () => "enter",
    suggestions: selectors.suggestions,
    surface: () => "message",
    submitButtons: (scope, holder) => lastButton(scope, holder, selectors.message.submit.join(",")),
    circumstances: ({ scope }) => ({ ...own(), ...recipient(scope), attachments: mediaIn(scope) }),
  },
  field(selectors.story, "post"),
  field(selectors.page_create, "profile"),
  field(selectors.bio, "profile"),
  {
    // Where a picture of one's own profile is chosen; the button that saves it is the last one.
    ...field({ ...selectors.bio, text: [] }, "profile"),
    root: selectors.profile_picture.root,
    pictureOnly: true,
    circumstances: ({ scope }) => ({ ...own(), attachments: mediaIn(scope) }),
  },
];

const adapter = makeAdapter(
  "facebook",
  kinds,
  (holder) => readHolder(holder, editorOf(holder)).text,
  selectors.composer_like,
  edits.menu,
);

export const site: Site = {
  id: "facebook",
  serves: (host) => HOST.test(host),
  boxAt(path) {
    edits.note(elementsOf(path));
    return adapter.boxAt(path);
  },
  boxes: adapter.boxes,
  account: own,
  // No mark of the bio on one's own profile is known.
  ownProfile: () => undefined,
};

/** A form of plain fields at an address of its own. */
function field(known: { text: string[]; submit: string[]; address: string }, surface: "post" | "profile"): SurfaceKind {
  const address = new RegExp(known.address);
  return {
    text: known.text,
    submit: known.submit,
    accepts: () => address.test(location.pathname),
    keys: () => "none",
    surface: () => surface,
    submitButtons: (scope, holder) => lastButton(scope, holder, known.submit.join(",")),
    circumstances: () => ({ ...own(), attachments: [] }),
  };
}

function inCommentForm(holder: Element): boolean {
  return closestAcross(holder, selectors.comment.root.join(",")) !== undefined;
}

function inDialog(holder: Element): boolean {
  return boundaryOf(holder) !== document.documentElement && !inCommentForm(holder);
}

function texts({ scope, boundary }: Place): HTMLElement[] {
  return firstOf(scope, LEXICAL).filter((holder) => boundaryOf(holder) === boundary && inDialog(holder));
}

/** The text box that a field of a poll belongs to. */
function textNear(holder: HTMLElement): HTMLElement {
  return isField(holder) ? (firstOf(boundaryOf(holder), LEXICAL).find(inDialog) ?? holder) : holder;
}

/** One field alone may search for something; a poll has at least two. */
function choices(place: Place): HTMLElement[] {
  const [holder] = texts(place);
  const fields = holder ? after(holder, firstOf(place.scope, selectors.post.poll)) : [];
  return fields.length > 1 ? fields : [];
}

function edited(place: Place): boolean {
  return place.openedFromMenu && place.opening !== "";
}

function postDialog(place: Place): Circumstances {
  const [holder] = texts(place);
  const attachments = holder ? mediaIn(place.scope, holder) : [];
  if (choices(place).length > 0) attachments.push({ kind: "poll" });
  return { ...own(), ...(edited(place) ? { previous: place.opening } : {}), attachments };
}

/** Pictures, films and link cards; in a post's dialog only those after the text, where the author's picture is not. */
function mediaIn(scope: Element, holder?: HTMLElement): ShownAttachment[] {
  const below = <T extends Element>(elements: T[]) => (holder ? after(holder, elements) : elements);
  const media = [...firstOf(scope, selectors.post.picture), ...firstOf(scope, selectors.post.video)];
  const links = below(firstOf(scope, selectors.post.link)).flatMap((link): ShownAttachment[] => {
    const url = holder ? leadsTo(link.getAttribute("href") ?? "") : undefined;
    return url ? [{ kind: "link", url }] : [];
  });
  return [...below(media).flatMap(mediaOf), ...links];
}

/** The address behind the site's own redirect; none for the site's own pages. */
function leadsTo(href: string): string | undefined {
  if (!/^https?:/.test(href)) return undefined;
  const url = new URL(href);
  if (!HOST.test(url.hostname)) return href;
  return url.pathname === "/l.php" ? (url.searchParams.get("u") ?? undefined) : undefined;
}

/** The comment that is being answered: posts of a feed have a place in the set, comments stand inside a post. */
function answeredComment(scope: Element): Element | undefined {
  const article = closestAcross(scope, ARTICLE);
  if (!article || article.hasAttribute("aria-posinset")) return undefined;
  return article.parentElement?.closest(`${ARTICLE}, [role="dialog"]`) ? article : undefined;
}

function target(scope: Element): Pick<Circumstances, "reply_to" | "reply_to_text"> {
  const article = closestAcross(scope, ARTICLE);
  if (!article) return {};
  const name = firstWords(article, selectors.target.author);
  const [text] = firstOf(article, selectors.target.text);
  return { ...(name ? { reply_to: name } : {}), ...(text ? { reply_to_text: wordsOf(text) } : {}) };
}

function recipient(scope: Element): Pick<Circumstances, "reply_to"> {
  const conversation = closestAcross(scope, selectors.message.conversation.join(","));
  const name = conversation && firstWords(conversation, selectors.message.recipient);
  return name ? { reply_to: name } : {};
}

let ownName: string | undefined;

/** The name in the page's own data. It is looked up once: another identity comes with another page. */
function own(): { display_name?: string } {
  ownName ??= nameInData();
  return ownName ? { display_name: ownName } : {};
}

function nameInData(): string | undefined {
  for (const script of document.querySelectorAll(selectors.account.data.join(","))) {
    const data = script.textContent ?? "";
    const at = data.indexOf('"CurrentUserInitialData"');
    if (at < 0) continue;
    const near = data.slice(at, at + 2000);
    if (/"USER_ID":\s*"0"/.test(near)) return undefined;
    const name = /"NAME":\s*("(?:[^"\\]|\\.)*")/.exec(near)?.[1];
    if (name) return String(JSON.parse(name));
  }
  return undefined;
}
