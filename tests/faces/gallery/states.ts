import type { CardFinding, CardView } from "../../../extension/content/card/view";
import type { PolicySummary } from "../../../extension/shared/records";
import { photo } from "./photo";

/** The views that the gallery shows and the tests walk: one for each state, and the harder mixtures. */

const document: PolicySummary = {
  id: "example-trust",
  title: "Social media policy",
  organisation: "Example NHS Foundation Trust",
  version: "1.04",
  issued: "February 2017",
};

const number: CardFinding = {
  index: 0,
  severity: "stop",
  lang: "en-GB",
  message: "This looks like a patient’s NHS number.",
  quotes: ["943 476 5919"],
  clauses: [
    {
      document,
      clause: {
        policy: "example-trust",
        id: "4.2-identifiers",
        section: "4.2",
        opening: "Staff must never post",
        text: "Staff must never post anything from which a patient, a visitor or a colleague could be identified.\n\nThis holds on every site, in every group, open or closed, and outside working hours.",
        summary: "Never post what could identify a patient.",
      },
    },
  ],
  fixes: ["Take the number out"],
};

const colleague: CardFinding = {
  index: 1,
  severity: "warn",
  lang: "en-GB",
  message: "You name a colleague. Do they know that you are posting this?",
  quotes: ["Dr Amina Okonkwo-Fitzgerald", "@amina_of"],
  clauses: [
    {
      clause: {
        policy: "a-pack-of-which-little-is-known",
        id: "7",
        section: "7",
        opening: "Do not name",
        text: "Do not name colleagues without their permission.",
      },
    },
  ],
  fixes: [],
};

const disclaimer: CardFinding = {
  index: 2,
  severity: "advise",
  lang: "en-GB",
  message: "Your post speaks of your work and does not say that the views are your own.",
  quotes: [],
  clauses: [
    {
      document: { id: document.id, title: document.title, organisation: document.organisation },
      clause: {
        policy: "example-trust",
        id: "3.1.4-disclaimer",
        section: "3.1.4",
        opening: "If you publish content",
        text: "If you publish content that relates to your work, use a disclaimer such as this: “The views on this page are my own and not those of my employer.”",
        summary: "Add a disclaimer when you post about your work.",
      },
    },
  ],
  fixes: ["Add “Views my own.”", "Add the whole disclaimer of the policy"],
};

const logo: CardFinding = {
  index: 3,
  severity: "warn",
  lang: "en-GB",
  message: "The picture shows the logo: on your own account, choose a picture without it.",
  quotes: [],
  clauses: [
    {
      document,
      clause: {
        policy: "example-trust",
        id: "3.1-logo",
        section: "3.1",
        opening: "You must not use",
        text: "You must not use the organisation’s logo on personal web pages or social media accounts.",
        summary: "Never use the logo on your own pages or accounts.",
      },
    },
  ],
  fixes: [],
  pictures: [photo()],
};

const base: CardView = {
  state: "findings",
  surface: "post",
  findings: [],
  example: false,
  level: "warn",
  final: false,
  pressed: "button",
  quotesSelect: false,
};

export const FINDINGS: CardView = { ...base, findings: [number, colleague, disclaimer] };

export const STATES: Record<string, CardView> = {
  ready: { ...base, state: "ready" },
  checking: { ...base, state: "checking" },
  clear: { ...base, state: "clear" },
  findings: FINDINGS,
  answered: { ...base, state: "answered" },
  "one-finding": { ...base, findings: [disclaimer] },
  example: { ...base, findings: [colleague, disclaimer], example: true },
  "in-a-field": { ...base, findings: [number, colleague], quotesSelect: true },
  "held-warn": { ...base, state: "held", findings: [colleague, disclaimer] },
  "held-stop": { ...base, state: "held", level: "stop", findings: [number, colleague] },
  "held-final": { ...base, state: "held", level: "stop", final: true, findings: [number, colleague] },
  "held-answered": { ...base, state: "held", level: "stop", findings: [{ ...number, reason: "not-real" }, colleague] },
  "held-key": {
    ...base,
    state: "held",
    level: "stop",
    pressed: "key",
    surface: "message",
    findings: [{ ...number, reason: "not-real" }],
  },
  "held-message": { ...base, state: "held", level: "stop", surface: "message", findings: [number] },
  "fix-refused": {
    ...base,
    findings: [{ ...disclaimer, copy: { why: "refused", words: "The views on this page are my own." } }],
  },
  logo: { ...base, findings: [logo, disclaimer] },
  "logo-held": { ...base, state: "held", findings: [logo], unseen: true },
  "logo-tall": { ...base, findings: [{ ...logo, pictures: [photo(1200, 4800)] }] },
  "picture-unseen": { ...base, state: "picture-unseen", unseen: true },
  "press-again": { ...base, state: "press-again", findings: [colleague] },
  "not-checked": { ...base, state: "not-checked" },
  "no-checker": { ...base, state: "no-checker" },
  "unknown-box": { ...base, state: "unknown-box" },
  stale: { ...base, state: "stale" },
};
