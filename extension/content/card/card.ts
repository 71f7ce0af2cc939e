import { h } from "../../shared/dom";
import { counted, word } from "../../shared/words";
import { button } from "./button";
import css from "./card.css";
import { findingItem } from "./finding";
import { type IconName, icon } from "./icons";
import { type CardView, mayGo, type Reason } from "./view";

/** What the author does in the card. Findings are named by their place in the report. */
export interface CardActions {
  fix(finding: number, fix: number): void;
  dismiss(finding: number): void;
  choose(finding: number, quote: number): void;
  reason(finding: number, reason: Reason): void;
  /** Post it as it stands. */
  go(): void;
  /** Give the caret back. */
  back(): void;
  options(): void;
  /** The card changed its size. */
  resized(): void;
}

export interface Card {
  /** What is positioned and measured. */
  readonly element: HTMLElement;
  show(view: CardView): void;
  isOpen(): boolean;
  open(): void;
  close(): void;
  /** Opens the card at a finding and leaves focus where it is. */
  reveal(finding: number): void;
  /** Opens the card and moves focus to a finding, or to its heading. */
  focus(finding?: number): void;
  hasFocus(): boolean;
  /** Handles a key pressed in the card; true where nothing more should come of it. */
  onKey(event: KeyboardEvent): boolean;
  /** Says one thing at once, over whatever is being read out. */
  alert(words: string): void;
}

/** States that are one line and have nothing to open. */
const LINES: ReadonlySet<CardView["state"]> = new Set(["ready", "checking", "clear", "answered"]);

/** Shows the card in a root: a closed shadow root in pages, an open one where tests look inside. */
export function createCard(root: ShadowRoot | HTMLElement, actions: CardActions): Card {
  addStyle(root);
  const polite = h("div", { role: "status", class: "hidden" });
  const assertive = h("div", { role: "alert", class: "hidden" });
  const body = h("div", { class: "body" });
  const element = h(
    "section",
    { class: "card", dir: "ltr", lang: word("language"), "aria-label": word("card_name") },
    body,
    polite,
    assertive,
  );
  root.append(element);

  let view: CardView | undefined;
  let open = false;
  let told = "";

  function draw(): void {
    if (view === undefined) return;
    const focused = focusedKey();
    const opened = new Set([...body.querySelectorAll("details[open]")].map((one) => one.getAttribute("data-details")));
    const scrolled = body.querySelector(".panel")?.scrollTop ?? 0;
    element.dataset.state = view.state;
    body.replaceChildren(open && !LINES.has(view.state) ? panel(view) : pill(view));
    for (const details of body.querySelectorAll("details")) {
      details.open = opened.has(details.getAttribute("data-details"));
    }
    body.querySelector(".panel")?.scrollTo(0, scrolled);
    if (focused !== undefined) (byKey(focused) ?? byKey("heading") ?? byKey("toggle"))?.focus();
    actions.resized();
  }

  function pill(shown: CardView): HTMLElement {
    const line = [icon(iconOf(shown)), h("span", {}, lineOf(shown))];
    return LINES.has(shown.state)
      ? h("p", { class: "pill", tabindex: "-1", "data-key": "heading" }, ...line)
      : withAttributes(button("toggle", "pill", toggle, ...line), { "aria-expanded": "false" });
  }

  function panel(shown: CardView): HTMLElement {
    const held = shown.state === "held" || shown.state === "press-again";
    return h(
      "div",
      { class: "panel", tabindex: "-1" },
      h(
        "div",
        { class: "head" },
        h("h2", { tabindex: "-1", "data-key": "heading" }, icon(iconOf(shown)), h("span", {}, titleOf(shown))),
        withAttributes(button("toggle", "action quiet", toggle, word("card_hide")), { "aria-expanded": "true" }),
      ),
      ...[noteOf(shown), unseenNote(shown)]
        .filter((note) => note !== "")
        .map((note) => h("p", { class: "note" }, note)),
      shown.findings.length > 0 &&
        h(
          "ol",
          { class: "findings", role: "list" },
          ...shown.findings.map((finding) => findingItem(finding, shown, actions)),
        ),
      shown.example && shown.findings.length > 0 && exampleNote(),
      held && holdButtons(shown),
    );
  }

  function exampleNote(): HTMLElement {
    return h(
      "div",
      { class: "foot" },
      h("p", {}, word("card_example_note")),
      button("options", "action", actions.options, word("card_choose_organisation")),
    );
  }

  function holdButtons(shown: CardView): HTMLElement {
    const message = shown.surface === "message";
    return h(
      "div",
      { class: "foot buttons" },
      button("back", "action strong", actions.back, word(message ? "card_back_message" : "card_back")),
      shown.state === "held" &&
        shown.pressed === "button" &&
        mayGo(shown) &&
        button("go", "action", actions.go, word(message ? "card_go_message" : "card_go")),
    );
  }

  function toggle(): void {
    open = !open;
    draw();
    byKey("toggle")?.focus();
  }

  function byKey(key: string): HTMLElement | undefined {
    return body.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? undefined;
  }

  function focusedElement(): HTMLElement | undefined {
    const top = root instanceof ShadowRoot ? root.activeElement : root.ownerDocument.activeElement;
    return top instanceof HTMLElement && element.contains(top) ? top : undefined;
  }

  function focusedKey(): string | undefined {
    const focused = focusedElement();
    return focused === undefined ? undefined : (focused.dataset.key ?? "heading");
  }

  function onKey(event: KeyboardEvent): boolean {
    if (event.type !== "keydown") return false;
    // A key that was held down when focus came here must not answer for the author.
    if (event.repeat && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      return true;
    }
    if (event.key !== "Escape") return false;
    event.preventDefault();
    if (open) {
      open = false;
      draw();
    }
    actions.back();
    return true;
  }

  element.addEventListener("keydown", onKey);
  element.addEventListener("toggle", () => actions.resized(), true);

  return {
    element,
    show(next) {
      const before = view;
      view = next;
      if (next.state === "held" || next.state === "press-again") open = true;
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(next)) return;
      draw();
      const words = politeOf(next, told);
      if (words !== told) polite.textContent = words;
      told = words;
    },
    isOpen: () => open,
    open() {
      open = true;
      draw();
    },
    close() {
      open = false;
      draw();
    },
    reveal(finding) {
      open = true;
      draw();
      byKey(`finding-${finding}`)?.scrollIntoView({ block: "nearest" });
    },
    focus(finding) {
      open = true;
      draw();
      const target =
        (finding === undefined ? undefined : byKey(`finding-${finding}`)) ?? byKey("heading") ?? byKey("toggle");
      target?.focus();
      target?.scrollIntoView({ block: "nearest" });
    },
    hasFocus: () => focusedElement() !== undefined,
    onKey,
    alert(words) {
      assertive.textContent = words;
    },
  };
}

function addStyle(root: ShadowRoot | HTMLElement): void {
  const place = root.getRootNode();
  if (!(place instanceof ShadowRoot) && !(place instanceof Document)) return;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
  } catch {
    root.append(h("style", {}, css));
  }
}

function withAttributes<E extends Element>(element: E, attributes: Record<string, string>): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function iconOf(view: CardView): IconName {
  switch (view.state) {
    case "findings":
    case "held":
    case "press-again":
      return view.findings[0]?.severity ?? "lozenge";
    case "clear":
    case "answered":
      return "clear";
    case "not-checked":
    case "no-checker":
    case "unknown-box":
    case "picture-unseen":
    case "stale":
      return "unsure";
    default:
      return "lozenge";
  }
}

function lineOf(view: CardView): string {
  switch (view.state) {
    case "findings":
    case "held":
      return counted("card_pill", view.findings.length);
    case "press-again":
      return word(view.pressed === "key" ? "card_line_press_again_key" : "card_line_press_again");
    default:
      return word(`card_line_${view.state.replace("-", "_")}`);
  }
}

function titleOf(view: CardView): string {
  if (view.state === "findings") return counted("card_title", view.findings.length);
  if (view.state === "held") return word(view.surface === "message" ? "card_held_message" : "card_held");
  return lineOf(view);
}

function noteOf(view: CardView): string {
  switch (view.state) {
    case "held":
      if (view.level === "stop" && !mayGo(view)) return word(view.final ? "hold_note_stop_final" : "hold_note_stop");
      if (view.pressed === "key") return word("hold_note_answered_key");
      return word(view.level === "stop" ? "hold_note_answered" : "hold_note_warn");
    case "press-again":
      return word(view.pressed === "key" ? "hold_note_again_key" : "hold_note_again");
    case "not-checked":
    case "no-checker":
    case "unknown-box":
    case "picture-unseen":
    case "stale":
      return word(`card_note_${view.state.replace("-", "_")}`);
    default:
      return "";
  }
}

/** That a picture was not looked at, where the card says other things first. */
function unseenNote(view: CardView): string {
  return view.unseen === true && view.findings.length > 0 ? word("card_note_picture_unseen") : "";
}

/** Only what changed for the author is read out: never that a check began, nor that a text was clean all along. */
function politeOf(view: CardView, told: string): string {
  switch (view.state) {
    case "checking":
      return told;
    case "clear":
    case "answered":
      return told === "" ? "" : word(`card_line_${view.state}`);
    case "ready":
    case "held":
    case "press-again":
      return "";
    case "stale":
      return noteOf(view);
    case "findings":
      return counted("card_pill", view.findings.length);
    default:
      return `${word(`card_line_${view.state.replace("-", "_")}`)}. ${noteOf(view)}`;
  }
}
