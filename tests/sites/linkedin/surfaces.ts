/** LinkedIn's boxes, in the generations that they are found in. */
import type { Replica } from "../index";
import { ABOUT, OWN_POST } from "./about-text";

const FEED = "https://www.linkedin.com/feed/";
const LAUNCHER = "[data-replica=launcher]";

const ember = {
  site: "linkedin",
  surface: "post",
  records: "post",
  open: [LAUNCHER],
  editor: "quill",
  holder: '.share-box [data-test-ql-editor-contenteditable="true"]',
  submit: "button.share-actions__primary-action",
  keys: "none",
  newline: "Enter",
  files: "#media-editor-file-selector__file-input",
} as const;

const sdui = {
  site: "linkedin",
  surface: "post",
  records: "post",
  open: [LAUNCHER],
  editor: "tiptap",
  holder: 'dialog[open] [contenteditable="true"]',
  submit: "dialog[open] button:not([aria-label])",
  keys: "none",
  newline: "Enter",
} as const;

const STORY = ".feed-shared-update-v2[data-urn$='1002']";
const ITEM = "[componentkey='update-1002']";

const emberComment = {
  ...ember,
  at: `${FEED}?gen=ember`,
  keys: "chord",
} as const;

const sduiComment = {
  ...sdui,
  at: `${FEED}?gen=sdui`,
  submit: `${ITEM} button[componentkey*="commentButtonSection" i]`,
  keys: "chord",
} as const;

const message = {
  site: "linkedin",
  surface: "message",
  records: "message",
  open: [],
  editor: "plain",
  holder: ".msg-form__contenteditable",
  submit: "button.msg-form__send-button",
  keys: "none",
  newline: "Enter",
} as const;

const conversation = { ...message, enterIsChosen: true } as const;

const form = { ...sdui, open: [], submit: "dialog[open] button.primary" } as const;

export const linkedin: readonly Replica[] = [
  { ...ember, name: "linkedin ember post", at: `${FEED}?gen=ember` },
  { ...ember, name: "linkedin ember post, Quill 2", at: `${FEED}?gen=ember&quill=2` },
  { ...ember, name: "linkedin interop post", at: `${FEED}?gen=interop`, shadow: "#interop-outlet" },
  { ...ember, name: "linkedin interop post, Quill 2", at: `${FEED}?gen=interop&quill=2`, shadow: "#interop-outlet" },
  { ...sdui, name: "linkedin sdui post", at: `${FEED}?gen=sdui`, files: 'dialog[open] input[type="file"]' },
  {
    ...sdui,
    name: "linkedin post in the preload frame",
    at: `${FEED}?gen=sdui&frame=preload`,
    frame: '[data-testid="interop-iframe"]',
  },
  {
    ...ember,
    name: "linkedin ember edit",
    surface: "edit",
    records: "edit",
    at: `${FEED}?gen=ember`,
    open: ["[data-replica=edit]"],
    starts: OWN_POST,
  },
  {
    ...sdui,
    name: "linkedin sdui edit",
    surface: "edit",
    records: "edit",
    at: `${FEED}?gen=sdui`,
    open: ["[data-replica=edit]"],
    starts: OWN_POST,
  },
  {
    ...ember,
    name: "linkedin company page",
    records: "page",
    at: "https://www.linkedin.com/company/2001/admin/page-posts/published/",
    holder: '[role="dialog"] .ql-editor',
    submit: '[role="dialog"] button.primary',
  },
  {
    ...emberComment,
    name: "linkedin ember comment",
    surface: "comment",
    records: "comment",
    open: [],
    holder: `${STORY} .comments-comments-list > form .ql-editor`,
    submit: `${STORY} button.comments-comment-box__submit-button--cr`,
  },
  {
    ...emberComment,
    name: "linkedin ember reply",
    surface: "reply",
    records: "reply",
    open: [`${STORY} .comments-comment-social-bar__reply-action-button--cr`],
    holder: `${STORY} article form .ql-editor`,
    submit: `${STORY} button.comments-comment-box__submit-button--cr`,
    starts: "Gwen Prosser ",
  },
  {
    ...sduiComment,
    name: "linkedin sdui comment",
    surface: "comment",
    records: "comment",
    open: [],
    holder: '[componentkey="commentBox-1002"] [contenteditable="true"]',
  },
  {
    ...sduiComment,
    name: "linkedin sdui reply",
    surface: "reply",
    records: "reply",
    open: ['[componentkey="replyButton-1002-1"]'],
    holder: '[componentkey="commentBox-reply-1002-1"] [contenteditable="true"]',
    starts: "Gwen Prosser ",
  },
  { ...conversation, name: "linkedin message", at: "https://www.linkedin.com/messaging/thread/2001/?gen=ember" },
  {
    ...conversation,
    name: "linkedin message in the shadow root",
    at: `${FEED}?gen=interop`,
    shadow: "#interop-outlet",
  },
  {
    ...conversation,
    name: "linkedin message sent with Enter",
    at: `${FEED}?gen=interop&enter=send`,
    shadow: "#interop-outlet",
    keys: "enter",
    newline: "Shift+Enter",
  },
  {
    ...conversation,
    name: "linkedin message in a dialog",
    at: "https://www.linkedin.com/messaging/compose/",
    editor: "field",
    holder: '[data-sdui-screen*="Message"] textarea',
    submit: '[data-sdui-screen*="Message"] button.primary',
  },
  {
    ...message,
    name: "linkedin invitation note",
    at: "https://www.linkedin.com/in/gwenprosser/?gen=interop",
    open: ["[data-replica=invite]"],
    shadow: "#interop-outlet",
    editor: "field",
    holder: "textarea#custom-message",
    submit: '[role="dialog"] button.primary',
  },
  {
    ...form,
    name: "linkedin recommendation",
    surface: "recommendation",
    records: "recommendation",
    at: "https://www.linkedin.com/in/gwenprosser/details/recommendations/edit/write/?profileUrn=2001",
    editor: "field",
    holder: "dialog[open] textarea",
  },
  {
    ...form,
    name: "linkedin recommendation, Tiptap",
    surface: "recommendation",
    records: "recommendation",
    at: "https://www.linkedin.com/in/gwenprosser/details/recommendations/edit/write/?profileUrn=2001&form=tiptap",
  },
  {
    ...form,
    name: "linkedin about",
    surface: "profile",
    records: "profile",
    at: "https://www.linkedin.com/in/sam-okafor/edit/forms/summary/new/",
    starts: ABOUT,
    field: "about",
  },
  {
    ...form,
    name: "linkedin about, plain field",
    surface: "profile",
    records: "profile",
    at: "https://www.linkedin.com/in/sam-okafor/edit/forms/summary/new/?gen=ember",
    editor: "field",
    holder: '[id^="multiline-text-form-component-profileEditFormElement-"]',
    submit: '[role="dialog"] button.primary',
    starts: ABOUT,
    field: "about",
  },
];
