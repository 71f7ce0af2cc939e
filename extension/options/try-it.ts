import { readLists } from "../shared/directory/lists";
import { fill, h } from "../shared/dom";
import { documentsOf, policyInForce } from "../shared/own-pack";
import { checkerInputs, forAccount, type Settings } from "../shared/settings";
import { counted, word } from "../shared/words";
import { findingBlock } from "../ui/finding";
import { area, button, type Context, frame, type Section } from "./section";

/** A place to see what Lozenge says of a draft, under the settings as they are. Nothing typed here is kept. */
export function tryItSection({ module }: Context): Section {
  const text = area("draft", word("options_try_label"), word("options_try_hint"), 4);
  const line = h("p", { role: "status", class: "verdict" });
  const found = h("div", {});
  let settings: Settings | undefined;

  async function check(): Promise<void> {
    fill(found);
    if (module === undefined || settings === undefined) {
      line.textContent = word("popup_no_checker");
      return;
    }
    if (text.field.value.trim() === "") {
      line.textContent = word("options_try_empty");
      text.field.focus();
      return;
    }
    try {
      const { pack, options } = checkerInputs(settings, await readLists(settings.directories));
      const policy = policyInForce(module, settings);
      const checker = new module.Checker(pack, options);
      const draft = { text: text.field.value, site: "other", surface: "post", ...forAccount(settings) } as const;
      const { findings } = checker.check(draft);
      checker.free();
      line.textContent = findings.length === 0 ? word("options_try_clear") : counted("popup_found", findings.length);
      const documents = documentsOf(module, settings);
      const example = !settings.chosen;
      fill(
        found,
        findings.map((finding) => findingBlock(finding, { policy, documents, example })),
      );
    } catch {
      line.textContent = word("options_try_failed");
    }
  }

  return {
    element: frame(
      "try-it",
      word("options_try"),
      text.element,
      button(word("options_try_check"), () => void check()),
      line,
      found,
    ),
    show(changed) {
      settings = changed;
    },
  };
}
