/** How X dresses hashtags, handles, addresses and emoji in a draft: the text itself stays in place. */
import { CompositeDecorator, type ContentBlock } from "draft-js";
import type { ReactNode } from "react";
import { addressesIn, emojiIn, emojiPicture, handlesIn, hashtagsIn, type Stretch } from "../shared/entities";

function finds(inText: (text: string) => Stretch[]) {
  return (block: ContentBlock, found: (start: number, end: number) => void) => {
    for (const { start, end } of inText(block.getText())) found(start, end);
  };
}

function Entity({ children }: { children?: ReactNode }) {
  return <span className="entity">{children}</span>;
}

function Emoji({ children, decoratedText }: { children?: ReactNode; decoratedText: string }) {
  return (
    <span className="emoji" style={{ backgroundImage: `url("${emojiPicture(decoratedText)}")` }}>
      {children}
    </span>
  );
}

export const decorator = new CompositeDecorator([
  { strategy: finds(addressesIn), component: Entity },
  { strategy: finds(handlesIn), component: Entity },
  { strategy: finds(hashtagsIn), component: Entity },
  { strategy: finds(emojiIn), component: Emoji },
]);
