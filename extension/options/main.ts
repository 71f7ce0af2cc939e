import { type CheckerModule, loadChecker } from "../shared/checker-module";
import { byId, fill, h } from "../shared/dom";
import { loadSettings, onSettings, type Settings } from "../shared/settings";
import { word } from "../shared/words";
import { managedNotes } from "../ui/managed-notes";
import { aboutSection } from "./about";
import { bioSection } from "./bio";
import { capacitySection } from "./capacity";
import { colleaguesSection } from "./colleagues";
import { decisionsSection } from "./decisions";
import { employerSection } from "./employer";
import { familiesSection } from "./families";
import { holdingSection } from "./holding";
import { organisationSection } from "./organisation";
import { ownPackSection } from "./own-pack";
import type { Context } from "./section";
import { tryItSection } from "./try-it";

/** The options page: its sections in order, each shown the settings anew after every change, wherever it was made. */

async function start(): Promise<void> {
  const main = byId("main", HTMLElement);
  document.documentElement.lang = word("language");
  document.title = word("options_title");
  byId("heading", HTMLElement).textContent = word("options_title");

  const module = await loadChecker().catch((): CheckerModule | undefined => undefined);
  const context: Context = { module };
  const sections = [
    organisationSection(context),
    ownPackSection(context),
    capacitySection(context),
    bioSection(),
    employerSection(context),
    colleaguesSection(context),
    familiesSection(context),
    holdingSection(context),
    tryItSection(context),
    decisionsSection(context),
    aboutSection(),
  ];
  const notes = h("div", {});
  const show = (settings: Settings): void => {
    fill(notes, ...managedNotes(settings, module));
    for (const section of sections) section.show(settings);
  };
  onSettings(show, new AbortController().signal);
  show(await loadSettings());

  fill(
    byId("contents", HTMLElement),
    h("ul", {}, ...sections.map(({ element }) => h("li", {}, contentsLink(element)))),
  );
  byId("contents", HTMLElement).setAttribute("aria-label", word("options_contents"));
  fill(
    main,
    module === undefined &&
      h("p", { class: "notice", role: "alert" }, word("popup_no_checker"), " ", word("popup_no_checker_more")),
    notes,
    sections.map(({ element }) => element),
  );
  // The page was empty when the browser looked for the place that its address names.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

function contentsLink(element: HTMLElement): HTMLElement {
  return h("a", { href: `#${element.id}` }, element.querySelector("h2")?.textContent ?? "");
}

void start();
