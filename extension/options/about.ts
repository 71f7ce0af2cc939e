import { h } from "../shared/dom";
import { word } from "../shared/words";
import { button, frame, outcome, type Section } from "./section";

/** What Lozenge does with what it reads, what it is not, and one way to leave nothing behind. */
export function aboutSection(): Section {
  const { version } = chrome.runtime.getManifest();
  const lines = ["private", "kept", "clear", "desktop", "unofficial"] as const;
  return {
    element: frame(
      "about",
      word("options_about"),
      h("ul", {}, ...lines.map((line) => h("li", {}, word(`options_about_${line}`)))),
      ...clearing(),
      h("p", { class: "hint" }, word("options_about_version", version)),
    ),
    show: () => undefined,
  };
}

/** Clears in two presses, since there is no way back. */
function clearing(): HTMLElement[] {
  const result = outcome();
  const start = button(word("options_clear_all"), () => ask(true), "warning");
  const yes = button(word("options_clear_all_yes"), () => void clear(), "warning");
  const question = h(
    "div",
    { class: "notice", role: "group", "aria-labelledby": "clear-question", hidden: true },
    h("p", { id: "clear-question" }, word("options_clear_all_question")),
    h(
      "div",
      { class: "buttons" },
      yes,
      button(word("options_clear_all_no"), () => ask(false), "secondary"),
    ),
  );

  function ask(asking: boolean): void {
    question.hidden = !asking;
    start.hidden = asking;
    (asking ? yes : start).focus();
  }

  async function clear(): Promise<void> {
    try {
      await chrome.storage.local.clear();
      result.say(word("options_clear_all_done"));
    } catch {
      result.fail(word("options_storage_refused"));
    }
    ask(false);
  }

  return [start, question, result.element];
}
