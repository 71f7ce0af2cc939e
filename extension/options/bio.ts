import { fill, h } from "../shared/dom";
import { word } from "../shared/words";
import { removal, without } from "./capacity";
import { area, button, frame, outcome, type Section, save } from "./section";

/** What the author's profiles say, so that a disclaimer standing there counts. */
export function bioSection(): Section {
  const result = outcome();
  const text = area("bio", word("options_bio_label"), word("options_bio_hint"), 3);
  const list = h("div", {});

  async function keep(): Promise<void> {
    const bio = text.field.value.trim();
    if (await save(result, ({ bio: _, ...raw }) => (bio === "" ? raw : { ...raw, bio }))) text.saved(bio);
  }

  async function forget(account: string): Promise<void> {
    await save(
      result,
      (raw) => ({ ...raw, bio_by_account: without(raw.bio_by_account ?? {}, account) }),
      word("options_bio_forgotten", account),
    );
    text.field.focus();
  }

  return {
    element: frame(
      "bio-section",
      word("options_bio"),
      text.element,
      button(word("options_save"), () => void keep()),
      list,
      result.element,
    ),
    show(settings) {
      text.show(settings.bio ?? "");
      const entries = Object.entries(settings.bio_by_account);
      fill(
        list,
        h("h3", {}, word("options_bio_remembered")),
        h("p", { class: "hint" }, word(entries.length === 0 ? "options_bio_none" : "options_bio_remembered_hint")),
        entries.map(([account, bio]) =>
          h(
            "div",
            { class: "entry" },
            h(
              "span",
              {},
              h("strong", { dir: "auto" }, account),
              ": ",
              bio === "" ? word("options_bio_empty") : h("q", { dir: "auto" }, bio),
            ),
            removal(account, () => void forget(account)),
          ),
        ),
      );
    },
  };
}
