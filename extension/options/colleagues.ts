import { LISTS, readLists } from "../shared/directory/lists";
import { type Progress, type ReadDirectory, readDirectory, refusal } from "../shared/directory/read";
import { written } from "../shared/directory/written";
import { fill, h } from "../shared/dom";
import type { OwnDirectory, Settings } from "../shared/settings";
import { counted, numeral, word } from "../shared/words";
import { readable, today } from "../ui/dates";
import { lockedWords, organisationName } from "../ui/locked";
import { askFirst } from "./ask-first";
import { rowsLeftOut } from "./rows-left-out";
import { area, button, type Context, frame, outcome, type Section, save } from "./section";

/** A list longer than this is replaced by a file, not edited by hand. */
const MOST_EDITED = 500;

/** Colleagues whom drafts may name, and those who agreed to it. */
export function colleaguesSection({ module }: Context): Section {
  const result = outcome();
  const remarks = h("div", {});
  const summary = h("div", { class: "people-summary" });
  const text = area("people", word("options_people_list"), word("options_people_list_hint"), 8);
  const file = h("input", {
    type: "file",
    id: "people-file",
    accept: ".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values",
    "aria-describedby": "people-file-hint",
    on: { change: () => void takeFile() },
  });
  const reading = readingPart();
  const keepText = button(word("options_people_save"), () => void takeText());
  const clear = askFirst(
    "people-clear",
    {
      start: word("options_people_clear"),
      question: () => counted("options_people_clear_question", own?.people ?? 0),
      yes: word("options_people_clear_yes"),
    },
    takeNone,
  );
  let own: OwnDirectory | undefined;
  /** The list that the text area shows. */
  let shown: string | undefined;

  async function takeFile(): Promise<void> {
    const chosen = file.files?.[0];
    if (chosen === undefined) return;
    try {
      await take(new Uint8Array(await chosen.arrayBuffer()), chosen.name);
    } catch {
      result.fail(word("options_people_unreadable"));
    }
    file.value = "";
  }

  async function takeText(): Promise<void> {
    const typed = text.field.value;
    if (typed.trim() === "") await takeNone();
    else await take(new TextEncoder().encode(typed), word("options_people_by_hand"), true);
  }

  async function takeNone(): Promise<void> {
    if (!(await save(result, ({ directory: _, ...raw }) => raw, word("options_people_cleared")))) return;
    text.saved("");
    fill(remarks);
    await LISTS.drop("author").catch(() => undefined);
  }

  /** Reads, keeps and only then lets go of the list before: whatever fails, one whole list stands. */
  async function take(bytes: Uint8Array, source: string, typed = false): Promise<void> {
    if (module === undefined) {
      result.fail(word("popup_no_checker"));
      return;
    }
    result.say("");
    fill(remarks);
    const stop = reading.begin(source);
    let read: ReadDirectory;
    try {
      read = await readDirectory(module, bytes, stop, reading.progress);
    } catch (error) {
      const why = refusal(error);
      if (stop.aborted) result.say(word("options_people_stopped"));
      else result.fail(word(why === undefined ? "options_people_unreadable" : `options_people_${underscored(why)}`));
      return;
    } finally {
      reading.end();
    }
    const { people, handles, agreed, refused } = read.summary;
    fill(remarks, ...rowsLeftOut(read.summary));
    if (people === 0) {
      result.fail(word("options_people_nothing"));
      return;
    }
    let list: string;
    try {
      list = await LISTS.keep("author", read.list);
    } catch (error) {
      result.fail(word(isFull(error) ? "options_storage_full" : "options_storage_refused"));
      return;
    }
    const directory = { list, source, on: today(), people, handles, agreed, refused };
    const saved = await save(
      result,
      (raw) => ({ ...raw, directory }),
      word("options_people_saved", counted("options_people_count", people)),
    );
    if (!saved) {
      await LISTS.drop("author", own?.list).catch(() => undefined);
      return;
    }
    // Lines that could not be read stay in the field, to be mended there.
    if (!typed || refused === 0) text.saved(editable(read.list, people));
    shown = list;
    await LISTS.drop("author", list).catch(() => undefined);
  }

  async function showList(): Promise<void> {
    if (own?.list === shown) return;
    shown = own?.list;
    if (own === undefined) {
      text.show("");
      return;
    }
    const [list] = await readLists([own.list]).catch(() => []);
    if (list === undefined) result.fail(word("options_people_lost"));
    else text.show(editable(list, own.people));
  }

  const given = h("div", {});
  const mine = h(
    "div",
    {},
    summary,
    h("div", { class: "clearing" }, ...clear.elements),
    result.element,
    remarks,
    h(
      "div",
      { class: "field" },
      h("label", { for: "people-file" }, word("options_people_file")),
      h("p", { class: "hint", id: "people-file-hint" }, word("options_people_file_hint")),
      file,
    ),
    reading.element,
    text.element,
    h("div", { class: "buttons" }, keepText),
  );

  return {
    element: frame("colleagues", word("options_people"), h("p", {}, word("options_people_hint")), given, mine),
    show(settings) {
      own = settings.author.directory;
      const locked = settings.managed.locked?.includes("directory") === true;
      fill(given, ...managedWords(settings, locked));
      mine.hidden = locked;
      clear.start.hidden = own === undefined;
      fill(summary, own === undefined ? h("p", {}, word("options_people_none")) : facts(own));
      const long = (own?.people ?? 0) > MOST_EDITED;
      text.element.hidden = long;
      keepText.hidden = long;
      if (!locked) void showList();
    },
  };

  function managedWords(settings: Settings, locked: boolean): (HTMLElement | false)[] {
    const { directory } = settings.managed;
    const name = organisationName(settings, module) ?? word("managed_organisation");
    return [
      directory !== undefined && h("p", {}, counted("managed_colleagues", directory.people, name)),
      locked && h("p", { class: "hint locked" }, lockedWords(settings, module)),
    ];
  }
}

/** What is seen and heard while a file is read, and the button that stops it. */
function readingPart(): {
  element: HTMLElement;
  begin(source: string): AbortSignal;
  progress: Progress;
  end(): void;
} {
  const bar = h("progress", { id: "people-progress", max: 1, value: 0 });
  const label = h("label", { for: "people-progress" });
  const line = h("p", { class: "hint" });
  // Said at quarters alone: a screen reader that is told of each slice says nothing else.
  const said = h("p", { class: "hidden", role: "status" });
  let stop = new AbortController();
  let before: Element | null = null;
  let quarter = 0;
  const cancel = button(word("options_people_cancel"), () => stop.abort(), "secondary");
  const shown = h("div", { class: "reading", hidden: true }, label, bar, line, cancel);
  return {
    element: h("div", {}, shown, said),
    begin(source) {
      stop.abort();
      stop = new AbortController();
      before = document.activeElement;
      quarter = 0;
      label.textContent = word("options_people_reading", source);
      said.textContent = label.textContent;
      bar.value = 0;
      line.textContent = "";
      shown.hidden = false;
      return stop.signal;
    },
    progress(share, people) {
      bar.value = share;
      line.textContent = counted("options_people_so_far", people);
      if (Math.floor(share * 4) === quarter) return;
      quarter = Math.floor(share * 4);
      said.textContent = `${label.textContent}: ${numeral(share, { style: "percent" })}`;
    },
    end() {
      const mine = shown.contains(document.activeElement);
      shown.hidden = true;
      said.textContent = "";
      // The button that was pressed is gone: back to where reading began.
      if (mine && before instanceof HTMLElement) before.focus();
    },
  };
}

function facts({ source, on, people, handles, agreed, refused }: OwnDirectory): HTMLElement {
  const rows: [string, string][] = [
    ["from", source],
    ["on", readable(on)],
    ["names", numeral(people)],
    ["handles", numeral(handles)],
    ["agreed", numeral(agreed)],
    ["refused", numeral(refused)],
  ];
  return h(
    "dl",
    { class: "facts" },
    ...rows.map(([key, value]) => h("div", {}, h("dt", {}, word(`options_people_fact_${key}`)), h("dd", {}, value))),
  );
}

function editable(list: Uint8Array, people: number): string {
  return people > MOST_EDITED ? "" : written(list);
}

function underscored(slug: string): string {
  return slug.replaceAll("-", "_");
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
