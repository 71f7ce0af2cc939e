/** Where hashtags, mentions, addresses and emoji stand in a line of text. */
export interface Stretch {
  start: number;
  end: number;
  text: string;
}

const HASHTAG = /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]+/gu;
const HANDLE = /(?<![\p{L}\p{N}_@])@\w{1,15}/gu;
const ADDRESS = /https?:\/\/[^\s]+/gu;
const EMOJI =
  /\p{RI}\p{RI}|\p{Emoji_Presentation}(?:\p{Emoji_Modifier}|\uFE0F)?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*|\p{Extended_Pictographic}\uFE0F(?:\u200D\p{Extended_Pictographic}\uFE0F?)*/gu;

function stretches(pattern: RegExp, text: string): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

export const hashtagsIn = (text: string) => stretches(HASHTAG, text);
export const handlesIn = (text: string) => stretches(HANDLE, text);
export const addressesIn = (text: string) => stretches(ADDRESS, text);
export const emojiIn = (text: string) => stretches(EMOJI, text);

/** The word after an @ that ends at the caret, if one is being typed. */
export function mentionBeingTyped(beforeCaret: string): string | undefined {
  return /(?:^|\s)@([\p{L}_]{1,20})$/u.exec(beforeCaret)?.[1];
}

/** The address of an emoji's picture; the server draws it. */
export function emojiPicture(emoji: string): string {
  const points = [...emoji].map((char) => (char.codePointAt(0) ?? 0).toString(16));
  return `/_replica/emoji/${points.join("-")}.svg`;
}
