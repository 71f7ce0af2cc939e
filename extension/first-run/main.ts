import { policyChoices } from "../options/organisation";
import { type CheckerModule, loadChecker } from "../shared/checker-module";
import { byId, fill, h } from "../shared/dom";
import type { Capacity } from "../shared/records";
import { loadSettings, onSettings, type Settings, saveSettings } from "../shared/settings";
import { word } from "../shared/words";
import { capacityChoices, choices } from "../ui/choices";
import { lockedWords } from "../ui/locked";
import { practice } from "./practice";

/** The first run: two questions, then what to do next. */

const NOT_LISTED = "not-listed";
const main = byId("main", HTMLElement);

async function start(): Promise<void> {
  document.documentElement.lang = word("language");
  document.title = word("first_title");
  byId("heading", HTMLElement).textContent = word("first_title");
  const loaded = await loadChecker().catch((): CheckerModule | undefined => undefined);
  if (loaded === undefined) {
    fill(
      main,
      h("p", { class: "notice", role: "alert" }, word("popup_no_checker"), " ", word("popup_no_checker_more")),
    );
    return;
  }
  const module = loaded;
  const settings = await loadSettings();
  const organisation = choices("organisation", word("first_organisation"), [
    ...policyChoices(module, settings),
    { value: NOT_LISTED, label: word("first_not_listed"), hints: [word("first_not_listed_hint")] },
  ]);
  const capacity = choices("capacity", word("first_capacity"), capacityChoices());
  if (settings.chosen) organisation.pick(settings.organisation.value);
  organisation.lock(settings.organisation.locked ? lockedWords(settings, module) : undefined);
  capacity.pick(settings.capacity.value);
  capacity.lock(settings.capacity.locked ? lockedWords(settings, module) : undefined);
  if (settings.organisation.from !== "managed") leaveWhenAnswered();
  const fault = h("p", { class: "fault", role: "alert" });

  async function finish(event: Event): Promise<void> {
    event.preventDefault();
    const picked = organisation.picked();
    organisation.fault(picked === undefined ? word("first_organisation_missing") : undefined);
    if (picked === undefined) {
      organisation.element.querySelector("input")?.focus();
      return;
    }
    // What the organisation locked is not the author's to store: it would hold once the lock is gone.
    const mine = { organisation: !settings.organisation.locked, capacity: !settings.capacity.locked };
    const saved = await saveSettings(({ organisation: before, ...raw }) => ({
      ...raw,
      ...(mine.organisation
        ? picked !== NOT_LISTED && { organisation: picked }
        : before !== undefined && { organisation: before }),
      ...(mine.capacity && { capacity: (capacity.picked() ?? "personal") as Capacity }),
    }));
    if (saved.ok) await showNext(module, picked !== NOT_LISTED);
    else fault.textContent = word(`options_${saved.code.replace("-", "_")}`);
  }

  fill(
    main,
    h("p", { class: "lead" }, word("first_lead")),
    settings.broken && h("p", { class: "notice" }, word("options_broken")),
    h(
      "form",
      { on: { submit: (event) => void finish(event) } },
      organisation.element,
      capacity.element,
      fault,
      h("button", { class: "primary" }, word("first_finish")),
    ),
    promises(),
  );
}

/** The organisation's answer may come after the browser opened this page: then nobody has to be asked, unless they began. */
function leaveWhenAnswered(): void {
  const begun = new AbortController();
  for (const type of ["change", "submit"]) main.addEventListener(type, () => begun.abort(), { capture: true });
  onSettings((settings) => void leaveIfAnswered(settings), begun.signal);
}

async function leaveIfAnswered({ organisation, managed }: Settings): Promise<void> {
  if (organisation.from !== "managed" && managed.first_run !== false) return;
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id !== undefined) await chrome.tabs.remove(tab.id);
}

function promises(): HTMLElement {
  return h(
    "ul",
    { class: "promises" },
    ...["private", "desktop", "unofficial"].map((line) => h("li", {}, word(`options_about_${line}`))),
  );
}

async function showNext(module: CheckerModule, chosen: boolean): Promise<void> {
  const settings = await loadSettings();
  const heading = h("h2", { tabindex: "-1" }, word("first_done"));
  fill(
    main,
    h("div", { class: "panel" }, heading, h("p", {}, word(chosen ? "first_done_chosen" : "first_done_example"))),
    practice(module, settings),
    h("h2", {}, word("first_next")),
    h("ul", {}, ...["reload", "pin", "shortcut"].map((line) => h("li", {}, word(`first_next_${line}`)))),
    h(
      "p",
      {},
      h("a", { href: "../options/options.html#try-it" }, word("first_try")),
      h("br"),
      h("a", { href: "../options/options.html#colleagues" }, word("first_more")),
    ),
    promises(),
  );
  heading.focus();
}

void start();
