import messages from "../../../extension/_locales/en_GB/messages.json";
import { mountCard } from "../../../extension/content/card/mount";
import type { CardView } from "../../../extension/content/card/view";
import { supplyWords } from "../../../extension/shared/words";
import { FINDINGS, STATES } from "./states";

/**
 * A page that shows every state of the card in an open root, where tests and people can look inside.
 *
 * `#held-stop` shows that state; `?open` opens it, `?page=dark` darkens the page, `?dir=rtl` turns it.
 */

supplyWords(messages);

const wanted = new URL(location.href);
const name = wanted.hash.slice(1) || "findings";

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`gallery.html has no #${id}`);
  return element;
}

document.body.dataset.page = wanted.searchParams.get("page") ?? "light";
document.documentElement.dir = wanted.searchParams.get("dir") ?? "ltr";
addEventListener("hashchange", () => location.reload());

for (const state of Object.keys(STATES)) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${state}`;
  link.textContent = state;
  item.append(link);
  byId("states").append(item);
}

const log = byId("log");
const tell = (...words: (string | number)[]): void => {
  log.textContent = `${log.textContent ?? ""}${words.join(" ")}; `;
};

let view: CardView = STATES[name] ?? FINDINGS;
const draft = byId("draft");
if (draft instanceof HTMLTextAreaElement) {
  draft.value = "Thanks to Dr Amina Okonkwo-Fitzgerald for her help with 943 476 5919.";
}

const mounted = mountCard(
  () => ({ scope: byId("scope"), text: [draft], buttons: [byId("post")] }),
  {
    fix: (finding, fix) => tell("fix", finding, fix),
    dismiss(finding) {
      tell("dismiss", finding);
      show({ ...view, findings: view.findings.filter((one) => one.index !== finding) });
    },
    choose: (finding, quote) => tell("choose", finding, quote),
    reason(finding, reason) {
      tell("reason", finding, reason);
      show({ ...view, findings: view.findings.map((one) => (one.index === finding ? { ...one, reason } : one)) });
    },
    go: () => tell("go"),
    back() {
      tell("back");
      draft.focus();
    },
    options: () => tell("options"),
  },
  "open",
  new AbortController().signal,
);

function show(next: CardView): void {
  view = next;
  mounted.card.show(next);
}

show(view);
mounted.visible(true);
if (wanted.searchParams.has("open")) mounted.card.open();
if (view.state === "held") mounted.card.focus();
