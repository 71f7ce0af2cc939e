/** What a Facebook draft holds beside plain text: mentions, hashtags and, where they are pictures, emoji. */
import { registerLexicalTextEntity } from "@lexical/text";
import {
  $getSelection,
  $isRangeSelection,
  DecoratorNode,
  type EditorConfig,
  type LexicalEditor,
  type NodeKey,
  TextNode,
} from "lexical";
import { emojiIn, emojiPicture, hashtagsIn } from "../shared/entities";

/** A person's name as one unit: Backspace takes a word of it at a time. */
export class MentionNode extends TextNode {
  static override getType(): string {
    return "mention";
  }

  static override clone(node: MentionNode): MentionNode {
    return new MentionNode(node.__text, node.__key);
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.classList.add("mention");
    element.spellcheck = false;
    return element;
  }

  override isTextEntity(): boolean {
    return true;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }
}

export class HashtagNode extends TextNode {
  static override getType(): string {
    return "hashtag";
  }

  static override clone(node: HashtagNode): HashtagNode {
    return new HashtagNode(node.__text, node.__key);
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.classList.add("entity");
    return element;
  }

  override isTextEntity(): boolean {
    return true;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }
}

/** An emoji as a picture; its text is the character. */
export class EmojiNode extends DecoratorNode<null> {
  __emoji: string;

  static override getType(): string {
    return "emoji";
  }

  static override clone(node: EmojiNode): EmojiNode {
    return new EmojiNode(node.__emoji, node.__key);
  }

  constructor(emoji: string, key?: NodeKey) {
    super(key);
    this.__emoji = emoji;
  }

  override createDOM(): HTMLElement {
    const holder = document.createElement("span");
    const picture = document.createElement("img");
    picture.alt = this.__emoji;
    picture.src = emojiPicture(this.__emoji);
    picture.className = "emoji-img";
    picture.height = 16;
    holder.append(picture);
    return holder;
  }

  override updateDOM(): boolean {
    return false;
  }

  override getTextContent(): string {
    return this.__emoji;
  }

  override isInline(): boolean {
    return true;
  }

  override isKeyboardSelectable(): boolean {
    return false;
  }

  override decorate(): null {
    return null;
  }
}

export const nodes = [MentionNode, HashtagNode, EmojiNode];

export function registerHashtags(editor: LexicalEditor): () => void {
  const undo = registerLexicalTextEntity(
    editor,
    (text) => {
      const [first] = hashtagsIn(text);
      return first ? { start: first.start, end: first.end } : null;
    },
    HashtagNode,
    (node) => new HashtagNode(node.getTextContent()),
  );
  return () => {
    for (const one of undo) one();
  };
}

export function registerEmojiPictures(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, (node) => {
    const [first] = emojiIn(node.getTextContent());
    if (!first || !node.isSimpleText()) return;
    const pieces = node.splitText(first.start, first.end);
    const piece = pieces[first.start === 0 ? 0 : 1];
    if (!piece) return;
    const selection = $getSelection();
    const caretInside = $isRangeSelection(selection) && selection.anchor.key === piece.getKey();
    const picture = new EmojiNode(first.text);
    piece.replace(picture);
    if (caretInside) picture.selectNext(0, 0);
  });
}
