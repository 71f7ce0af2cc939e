/** The switches in the address, read once: navigation inside the page keeps them. */
import type { Lang } from "./labels";

const query = new URLSearchParams(location.search);

function oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
  const said = query.get(name);
  return allowed.find((value) => value === said) ?? otherwise;
}

export const switches = {
  lang: oneOf<Lang>("lang", ["en", "cy", "th", "pl"], "en"),
  /** The site ignores submits that a script made. */
  ignoresUntrusted: query.get("untrusted") === "ignored",
  /** The composer's surroundings are mounted anew every few inputs, the editor when a file is attached. */
  rerenders: query.get("rerender") === "1",
  /** How Facebook and LinkedIn show an emoji in a draft. */
  emoji: oneOf("emoji", ["text", "img"], "text"),
  /** Which of LinkedIn's generations is served. */
  generation: oneOf("gen", ["ember", "interop", "sdui"], "sdui"),
  /** Which Quill stands in LinkedIn's older boxes. */
  quill: oneOf("quill", ["1", "2"], "1"),
  /** Whether LinkedIn's message form sends on Enter. */
  enterSends: query.get("enter") === "send",
  /** Whether Facebook's first press of Post only looks up the audience. */
  audienceCheck: query.get("audience") === "check",
  /** Whether a chat tab stands open beside Facebook's feed. */
  chatTab: query.get("chat") === "1",
  /** Whether LinkedIn draws the feed in its `/preload/` frame. */
  frame: query.get("frame") === "preload",
  /** Which field LinkedIn's recommendation form has. */
  form: oneOf("form", ["textarea", "tiptap"], "textarea"),
  /** Whether X's text box is the plain field of small screens. */
  mobile: query.get("mobile") === "1",
  /** Whether the post box is one that nobody knows. */
  strange: query.get("strange") === "1",
  /** Whether the post dialog is open at once. */
  shareActive: query.get("shareActive") === "true",
};
