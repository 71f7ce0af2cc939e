import { LISTS } from "../shared/directory/lists";
import { h } from "../shared/dom";
import { word } from "../shared/words";
import { askFirst } from "./ask-first";
import { frame, outcome, type Section } from "./section";

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

function clearing(): HTMLElement[] {
  const result = outcome();
  const { elements } = askFirst(
    "clear",
    {
      start: word("options_clear_all"),
      question: () => word("options_clear_all_question"),
      yes: word("options_clear_all_yes"),
    },
    clear,
  );

  async function clear(): Promise<void> {
    try {
      // The lists first: once settings are gone the background reads the organisation's anew.
      for (const owner of ["author", "managed"] as const) await LISTS.drop(owner);
      await chrome.storage.local.clear();
      result.say(word("options_clear_all_done"));
    } catch {
      result.fail(word("options_storage_refused"));
    }
  }

  return [...elements, result.element];
}
