/** Facebook's boxes. */
import type { Replica } from "../index";
import { OWN_POST } from "./own-post-text";

const LEXICAL = '[contenteditable="true"][role="textbox"][data-lexical-editor="true"]';

const dialog = {
  site: "facebook",
  surface: "post",
  records: "post",
  editor: "lexical",
  holder: `[role="dialog"] ${LEXICAL}`,
  // The words on it are translated: it is the widest button of its dialog.
  submit: '[role="dialog"] form > [role="button"]:last-child',
  keys: "chord",
  newline: "Enter",
  files: '[role="dialog"] input[type="file"]',
} as const;

const form = {
  site: "facebook",
  at: "https://www.facebook.com/",
  editor: "lexical",
  keys: "enter",
  newline: "Shift+Enter",
} as const;

const message = {
  ...form,
  surface: "message",
  records: "message",
  open: [],
  holder: `[role="group"] ${LEXICAL}`,
  submit: '[role="group"] [role="button"]',
} as const;

const FIRST_STORY = '[role="article"][aria-posinset="1"]';

export const facebook: readonly Replica[] = [
  {
    ...dialog,
    name: "facebook feed",
    at: "https://www.facebook.com/",
    open: ['[data-pagelet="FeedComposer"] [role="button"]'],
  },
  {
    ...dialog,
    name: "facebook group",
    records: "group",
    at: "https://www.facebook.com/groups/2001",
    open: ['[data-pagelet="GroupInlineComposer"] [role="button"]'],
  },
  {
    ...dialog,
    name: "facebook page",
    records: "page",
    at: "https://www.facebook.com/brookfieldhealthcentre",
    open: ['[data-pagelet="ProfileComposer"] [role="button"]'],
    confirm: '[role="dialog"] > [role="button"]:last-child',
  },
  {
    ...dialog,
    name: "facebook business",
    records: "page",
    at: "https://business.facebook.com/latest/home",
    open: ['[data-pagelet="ProfileComposer"] [role="button"]'],
    confirm: '[role="dialog"] > [role="button"]:last-child',
  },
  {
    ...dialog,
    name: "facebook edit",
    surface: "edit",
    records: "edit",
    at: "https://www.facebook.com/",
    open: ['[aria-haspopup="menu"]', '[role="menuitem"]'],
    starts: OWN_POST,
  },
  {
    ...form,
    name: "facebook comment",
    surface: "comment",
    records: "comment",
    open: [`${FIRST_STORY} > form ${LEXICAL}`],
    holder: `${FIRST_STORY} > form ${LEXICAL}`,
    submit: '#focused-state-composer-submit [role="button"]',
  },
  {
    ...form,
    name: "facebook reply",
    surface: "reply",
    records: "reply",
    open: [`${FIRST_STORY} [role="article"] [role="button"].small`],
    holder: `${FIRST_STORY} [role="article"] form ${LEXICAL}`,
    submit: '#focused-state-composer-submit [role="button"]',
  },
  { ...message, name: "facebook message", at: "https://www.facebook.com/messages/t/2001" },
  { ...message, name: "messenger", at: "https://www.messenger.com/t/2001" },
  {
    ...form,
    name: "facebook story",
    surface: "post",
    records: "story",
    at: "https://www.facebook.com/stories/create",
    open: [],
    editor: "field",
    holder: '[role="main"] textarea',
    submit: '[role="main"] [role="button"]',
    keys: "none",
    newline: "Enter",
  },
];
