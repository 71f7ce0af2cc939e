/** X's boxes. */
import type { Replica } from "../index";

const HOLDER = '[data-testid^="tweetTextarea_"][contenteditable="true"]';
const DIALOG = '[role="dialog"]';

const post = {
  site: "x",
  surface: "post",
  records: "post",
  open: [],
  editor: "draft",
  holder: HOLDER,
  keys: "chord",
  newline: "Enter",
} as const;

const modal = {
  ...post,
  holder: `${DIALOG} ${HOLDER}`,
  submit: `${DIALOG} [data-testid="tweetButton"]`,
  files: `${DIALOG} input[data-testid="fileInput"]`,
} as const;

const message = { ...post, surface: "message", records: "message", keys: "enter", newline: "Shift+Enter" } as const;

export const x: readonly Replica[] = [
  {
    ...post,
    name: "x home",
    at: "https://x.com/home",
    submit: '[data-testid="tweetButtonInline"]',
    files: 'input[data-testid="fileInput"]',
  },
  {
    ...post,
    name: "x small screen",
    at: "https://mobile.x.com/home?mobile=1",
    editor: "field",
    holder: 'textarea[data-testid^="tweetTextarea_"]',
    submit: '[data-testid="tweetButtonInline"]',
    keys: "none",
  },
  { ...modal, name: "x modal", at: "https://x.com/compose/post" },
  {
    ...modal,
    name: "x modal from home",
    at: "https://twitter.com/home",
    open: ['[data-testid="SideNav_NewTweet_Button"]'],
  },
  {
    ...modal,
    name: "x quote",
    records: "quote",
    at: "https://x.com/home",
    open: ['article:has(a[href="/gwenprosser"]) [data-testid="retweet"]', '[role="menuitem"][href="/compose/post"]'],
  },
  {
    ...post,
    name: "x inline reply",
    surface: "reply",
    records: "reply",
    at: "https://x.com/priya_on_nights/status/1001",
    open: ['[data-testid="inline_reply_offscreen"] [data-testid="tweetTextarea_0_label"]'],
    submit: '[data-testid="tweetButtonInline"]',
    files: 'input[data-testid="fileInput"]',
  },
  {
    ...modal,
    name: "x modal reply",
    surface: "reply",
    records: "reply",
    at: "https://x.com/compose/post?in_reply_to=1002",
  },
  {
    ...message,
    name: "x message",
    at: "https://x.com/messages/1001-2002",
    holder: '[data-testid="dmComposerTextInput"]',
    submit: '[data-testid="dmComposerSendButton"]',
  },
  {
    ...message,
    name: "x chat",
    at: "https://x.com/i/chat/1001",
    editor: "field",
    holder: '[data-testid="dm-composer-textarea"]',
    submit: '[data-testid="dm-composer-send-button"]',
  },
  {
    ...post,
    name: "x profile",
    surface: "profile",
    records: "profile",
    at: "https://x.com/settings/profile",
    editor: "field",
    holder: `${DIALOG} textarea[name="description"]`,
    submit: '[data-testid="Profile_Save_Button"]',
    keys: "none",
    starts: "Ward sister. Tea, cycling, allotments. Views my own.",
    field: "description",
  },
];
