/** What a draft in Tiptap holds beside plain text, and how it is dressed. */
import { Extension, Node } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { emojiIn, emojiPicture, hashtagsIn } from "../shared/entities";

/** A person's name as one unit. */
export const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ name: { default: "" } }),
  parseHTML: () => [{ tag: "a[data-type=mention]" }],
  renderHTML: ({ node }) => ["a", { "data-type": "mention", class: "mention", href: "#" }, String(node.attrs.name)],
  renderText: ({ node }) => String(node.attrs.name),
});

/** An emoji as a picture whose `alt` is the character. Typed ones turn into it. */
export const Emoji = Node.create({
  name: "emoji",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ emoji: { default: "" } }),
  parseHTML: () => [{ tag: "img.emoji-img" }],
  renderHTML: ({ node }) => {
    const emoji = String(node.attrs.emoji);
    return ["img", { class: "emoji-img", alt: emoji, src: emojiPicture(emoji) }];
  },
  renderText: ({ node }) => String(node.attrs.emoji),
  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin({
        appendTransaction: (_all, _old, state) => {
          const { tr } = state;
          state.doc.descendants((node, at) => {
            for (const { start, end, text } of emojiIn(node.text ?? "").reverse()) {
              tr.replaceWith(tr.mapping.map(at + start), tr.mapping.map(at + end), type.create({ emoji: text }));
            }
          });
          return tr.docChanged ? tr : null;
        },
      }),
    ];
  },
});

export const Hashtags = Extension.create({
  name: "hashtags",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) => {
          const found: Decoration[] = [];
          doc.descendants((node, at) => {
            for (const { start, end } of hashtagsIn(node.text ?? ""))
              found.push(Decoration.inline(at + start, at + end, { class: "entity", nodeName: "strong" }));
          });
          return DecorationSet.create(doc, found);
        },
      },
    }),
  ],
});

/** The words in an empty box: an attribute of its only paragraph. */
export const Placeholder = Extension.create<{ text: string }>({
  name: "placeholder",
  addOptions: () => ({ text: "" }),
  addProseMirrorPlugins() {
    const { text } = this.options;
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const only = doc.firstChild;
            if (doc.childCount !== 1 || !only || only.content.size > 0) return null;
            return DecorationSet.create(doc, [
              Decoration.node(0, only.nodeSize, { class: "is-empty is-editor-empty", "data-placeholder": text }),
            ]);
          },
        },
      }),
    ];
  },
});
