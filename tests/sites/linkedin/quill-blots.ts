/** What a draft in Quill holds beside plain text. */
import { emojiPicture } from "../shared/entities";
import { type BlotClass, QuillInUse } from "./quill-like";

const Embed = QuillInUse.import("blots/embed") as BlotClass;
const Inline = QuillInUse.import("blots/inline") as BlotClass;
const Image = QuillInUse.import("formats/image") as BlotClass;

/** A person's name as one unit, with Quill's invisible guards around it. */
class Mention extends Embed {
  static blotName = "mention";
  static tagName = "A";
  static className = "ql-mention";

  static override create(name: string): HTMLElement {
    // biome-ignore lint/complexity/noThisInStatic: Quill reads the names of the class that is asked
    const node = super.create(name);
    node.setAttribute("data-test-ql-mention", "true");
    node.setAttribute("href", "#");
    node.textContent = name;
    return node;
  }

  static value(node: HTMLElement): string {
    return (node.textContent ?? "").replaceAll("\uFEFF", "");
  }
}

class Hashtag extends Inline {
  static blotName = "hashtag";
  static tagName = "STRONG";
  static className = "ql-hashtag";

  static formats(): boolean {
    return true;
  }
}

/** An emoji as a picture whose `alt` is the character. */
class Emoji extends Image {
  static blotName = "emoji";
  static tagName = "IMG";
  static className = "emoji-img";

  static override create(emoji: string): HTMLElement {
    // biome-ignore lint/complexity/noThisInStatic: Quill reads the names of the class that is asked
    const node = super.create(emojiPicture(emoji));
    node.setAttribute("alt", emoji);
    return node;
  }

  static value(node: HTMLElement): string {
    return node.getAttribute("alt") ?? "";
  }

  /** Its `alt` is what it is, not a format that an edit could take away. */
  static formats(): object {
    return {};
  }
}

export const formats = ["mention", "hashtag", "emoji"];

export function registerBlots(): void {
  QuillInUse.register({ "formats/mention": Mention, "formats/hashtag": Hashtag, "formats/emoji": Emoji }, true);
}
