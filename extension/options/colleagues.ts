import { fill, h } from "../shared/dom";
import type { Person } from "../shared/records";
import { type BadRow, readPeople, writePeople } from "../shared/settings/people";
import { counted, word } from "../shared/words";
import { readable, today } from "../ui/dates";
import { lockedWords, organisationName } from "../ui/locked";
import { area, button, type Context, frame, outcome, type Section, save } from "./section";

/** A list longer than this is replaced by a file, not edited by hand. */
const MOST_EDITED = 500;

/** Colleagues whom drafts may name, and those who agreed to it. */
export function colleaguesSection({ module }: Context): Section {
  const result = outcome();
  const faults = h("div", { role: "alert" });
  const summary = h("p", { class: "people-summary" });
  const text = area("people", word("options_people_list"), word("options_people_list_hint"), 8);
  const file = h("input", {
    type: "file",
    id: "people-file",
    accept: ".csv,.txt,text/csv,text/plain",
    "aria-describedby": "people-file-hint",
    on: { change: () => void takeFile() },
  });
  const keepText = button(word("options_people_save"), () => void takeText());
  const clear = button(word("options_people_clear"), () => void takeNone(), "warning");

  async function takeFile(): Promise<void> {
    const chosen = file.files?.[0];
    if (chosen === undefined) return;
    try {
      const { people, bad } = readPeople(await chosen.text());
      if (await keep(people, chosen.name, bad)) text.saved(editable(people));
    } catch {
      result.fail(word("options_people_unreadable"));
    }
    file.value = "";
  }

  async function takeText(): Promise<void> {
    const { people, bad } = readPeople(text.field.value);
    const saved = await keep(people, word("options_people_by_hand"), bad);
    // Lines that could not be read stay in the field, to be mended there.
    if (saved && bad.length === 0) text.saved(editable(people));
  }

  async function takeNone(): Promise<void> {
    if (await keep([], "", [])) text.saved("");
  }

  async function keep(people: Person[], source: string, bad: BadRow[]): Promise<boolean> {
    fill(faults, bad.length > 0 && badRows(bad));
    if (people.length === 0 && bad.length > 0) {
      result.fail(word("options_people_nothing"));
      return false;
    }
    const on = today();
    return await save(
      result,
      ({ people: _, people_from: __, ...raw }) =>
        people.length === 0 ? raw : { ...raw, people, people_from: { source, on, count: people.length } },
      people.length === 0 ? word("options_people_cleared") : counted("options_people_saved", people.length),
    );
  }

  const given = h("div", {});
  const own = h(
    "div",
    {},
    summary,
    text.element,
    faults,
    h("div", { class: "buttons" }, keepText, clear),
    result.element,
    h(
      "div",
      { class: "field" },
      h("label", { for: "people-file" }, word("options_people_file")),
      h("p", { class: "hint", id: "people-file-hint" }, word("options_people_file_hint")),
      file,
    ),
  );

  return {
    element: frame("colleagues", word("options_people"), h("p", {}, word("options_people_hint")), given, own),
    show(settings) {
      const { people = [] } = settings.author;
      const from = settings.people_from;
      const directory = settings.managed.directory ?? [];
      const locked = settings.managed.locked?.includes("directory") === true;
      const name = organisationName(settings, module) ?? word("managed_organisation");
      fill(
        given,
        directory.length > 0 && h("p", {}, counted("managed_colleagues", directory.length, name)),
        locked && h("p", { class: "hint locked" }, lockedWords(settings, module)),
      );
      own.hidden = locked;
      clear.hidden = people.length === 0;
      const agreed = people.filter(({ permission }) => permission === true).length;
      summary.textContent =
        people.length === 0 || from === undefined
          ? word("options_people_none")
          : counted("options_people_summary", people.length, agreed, from.source, readable(from.on));
      const long = people.length > MOST_EDITED;
      text.element.hidden = long;
      keepText.hidden = long;
      text.show(editable(people));
    },
  };
}

function editable(people: readonly Person[]): string {
  return people.length > MOST_EDITED ? "" : writePeople(people);
}

function badRows(bad: readonly BadRow[]): HTMLElement {
  return h(
    "div",
    { class: "notice" },
    h("p", {}, counted("options_people_bad", bad.length)),
    h(
      "ul",
      {},
      ...bad.map(({ line, fault }) =>
        h("li", {}, word("options_people_bad_line", line, word(`options_people_${fault.replaceAll("-", "_")}`))),
      ),
    ),
  );
}
