import { h } from "../shared/dom";
import { word } from "../shared/words";
import { button } from "./section";

export interface AskFirst {
  /** The first button and, once it is pressed, the question in its place. */
  elements: HTMLElement[];
  /** The first button, to be hidden where there is nothing to do. */
  start: HTMLButtonElement;
}

/** Does in two presses what there is no way back from. */
export function askFirst(
  id: string,
  words: { start: string; question: () => string; yes: string },
  act: () => Promise<void>,
): AskFirst {
  const start = button(words.start, () => ask(true), "warning");
  const yes = button(words.yes, () => void act().finally(() => ask(false)), "warning");
  const asked = h("p", { id: `${id}-question` });
  const question = h(
    "div",
    { class: "notice", role: "group", "aria-labelledby": `${id}-question`, hidden: true },
    asked,
    h(
      "div",
      { class: "buttons" },
      yes,
      button(word("options_clear_all_no"), () => ask(false), "secondary"),
    ),
  );

  function ask(asking: boolean): void {
    asked.textContent = words.question();
    question.hidden = !asking;
    start.hidden = asking;
    (asking ? yes : start).focus();
  }

  return { elements: [start, question], start };
}
