import { h } from "../shared/dom";
import type { DirectoryImport } from "../shared/records";
import { counted, word } from "../shared/words";

/** So many rows are listed at once; the others that are known open on a press. */
const FIRST = 10;

/** What an author should know of a file with colleagues: the rows that were left out, line by line, and what was guessed. */
export function rowsLeftOut({ bad, refused, merged, unused, encoding }: DirectoryImport): HTMLElement[] {
  const notes = [
    ...(encoding === "windows1252" ? [word("options_people_windows1252")] : []),
    ...(unused.length > 0 ? [word("options_people_unused", unused.slice(0, FIRST).join(", "))] : []),
    ...(merged > 0 ? [counted("options_people_merged", merged)] : []),
  ];
  return [
    ...notes.map((note) => h("p", { class: "hint" }, note)),
    ...(refused === 0
      ? []
      : [
          h(
            "div",
            { class: "notice" },
            h("p", { role: "alert" }, counted("options_people_bad", refused)),
            h("ul", {}, ...bad.slice(0, FIRST).map(badLine)),
            bad.length > FIRST &&
              h(
                "details",
                {},
                h("summary", {}, counted("options_people_bad_rest", bad.length - FIRST)),
                h("ul", {}, ...bad.slice(FIRST).map(badLine)),
              ),
            refused > bad.length && h("p", {}, counted("options_people_bad_more", refused - bad.length)),
          ),
        ]),
  ];
}

function badLine({ line, fault }: DirectoryImport["bad"][number]): HTMLElement {
  return h("li", {}, word("options_people_bad_line", line, word(`options_people_${fault.replaceAll("-", "_")}`)));
}
