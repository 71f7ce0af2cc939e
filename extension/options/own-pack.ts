import { fill, h } from "../shared/dom";
import { plainLine } from "../shared/plain-line";
import type { Clause, Duty, PackProblem, Policy } from "../shared/records";
import { OWN_PACK, type Settings } from "../shared/settings";
import { counted, word } from "../shared/words";
import { edition } from "../ui/document";
import { lockedWords } from "../ui/locked";
import { severityTag } from "../ui/severity";
import { silentOn } from "../ui/silence";
import { area, button, type Context, frame, outcome, type Section, save } from "./section";

/** The longest pack, in bytes; the checker refuses a longer one too. */
const LONGEST = 1_048_576;

/** A policy of the author's own: read, checked and looked at before it is used; replaced and removed. */
export function ownPackSection({ module }: Context): Section {
  const result = outcome();
  const stored = h("div", {});
  const looked = h("div", { role: "region", "aria-label": word("options_pack_preview"), hidden: true });
  const faults = h("div", { role: "alert" });
  const lockNote = h("p", { class: "hint locked", hidden: true });
  const text = area("pack-text", word("options_pack_text"), word("options_pack_text_hint"), 6);
  const file = h("input", {
    type: "file",
    id: "pack-file",
    accept: ".toml,application/toml,text/plain",
    "aria-describedby": "pack-file-hint",
    on: { change: () => void takeFile() },
  });

  async function takeFile(): Promise<void> {
    const chosen = file.files?.[0];
    if (chosen === undefined) return;
    // A film chosen by mistake is not read to its end.
    if (chosen.size > LONGEST) refuse([], word("options_pack_too_long"));
    else {
      try {
        look(await chosen.text());
      } catch {
        refuse([], word("options_people_unreadable"));
      }
    }
    file.value = "";
  }

  function look(toml: string): void {
    result.say("");
    if (module === undefined) {
      refuse([], word("popup_no_checker"));
      return;
    }
    const problems = module.packFaults(toml);
    if (problems.length > 0) {
      refuse(problems, counted("options_pack_faults", problems.length));
      return;
    }
    fill(faults);
    fill(
      looked,
      preview(module.policy(toml)),
      h(
        "div",
        { class: "buttons" },
        button(word("options_pack_use"), () => void use(toml)),
        button(word("options_pack_not"), () => forgetPreview(), "secondary"),
      ),
    );
    looked.hidden = false;
    looked.querySelector<HTMLElement>("h3")?.focus();
  }

  function refuse(problems: readonly PackProblem[], why: string): void {
    forgetPreview();
    fill(
      faults,
      h(
        "div",
        { class: "notice" },
        h("p", {}, why),
        problems.length > 0 &&
          h("ul", {}, ...problems.map(({ line, message }) => h("li", {}, word("options_pack_fault", line, message)))),
      ),
    );
  }

  function forgetPreview(): void {
    fill(looked);
    looked.hidden = true;
  }

  async function use(toml: string): Promise<void> {
    if (!(await save(result, (raw) => ({ ...raw, pack: toml, organisation: OWN_PACK }), word("options_pack_used"))))
      return;
    forgetPreview();
    text.saved("");
    file.focus();
  }

  async function remove(): Promise<void> {
    const without = await save(
      result,
      ({ pack: _, organisation, ...raw }) => ({
        ...raw,
        ...(organisation !== undefined && organisation !== OWN_PACK && { organisation }),
      }),
      word("options_pack_removed"),
    );
    if (without) file.focus();
  }

  const taking = h(
    "div",
    {},
    h(
      "div",
      { class: "field" },
      h("label", { for: "pack-file" }, word("options_pack_file")),
      h("p", { class: "hint", id: "pack-file-hint" }, word("options_pack_file_hint")),
      file,
    ),
    h(
      "details",
      {},
      h("summary", {}, word("options_pack_paste")),
      text.element,
      button(word("options_pack_check"), () => look(text.field.value), "secondary"),
    ),
    faults,
    looked,
    h("p", {}, h("a", { href: "skeleton.toml", download: "my-trust.toml" }, word("options_pack_skeleton"))),
  );

  return {
    element: frame(
      "own-policy",
      word("options_pack"),
      h("p", {}, word("options_pack_hint")),
      lockNote,
      stored,
      taking,
      result.element,
    ),
    show(settings) {
      const locked = settings.organisation.locked;
      lockNote.hidden = !locked;
      lockNote.textContent = locked ? lockedWords(settings, module) : "";
      taking.hidden = locked;
      fill(stored, kept(settings));
    },
  };

  function kept({ author, organisation }: Settings): HTMLElement | undefined {
    if (author.pack === undefined) return undefined;
    const name = nameOf(author.pack);
    return h(
      "div",
      { class: "entry" },
      h("span", {}, word(organisation.value === OWN_PACK ? "options_pack_in_use" : "options_pack_kept", name)),
      button(word("options_pack_remove"), () => void remove(), "secondary"),
    );
  }

  function nameOf(toml: string): string {
    try {
      const policy = module?.policy(toml);
      return policy === undefined ? "" : `${policy.title}, ${[policy.organisation, ...edition(policy)].join(", ")}`;
    } catch {
      return word("options_pack_unreadable");
    }
  }
}

/** What a pack says: its document, what it speaks to and how hard, each duty and each clause. */
function preview(policy: Policy): HTMLElement {
  return h(
    "div",
    { class: "panel" },
    h("h3", { tabindex: "-1" }, `${policy.title}, ${[policy.organisation, ...edition(policy)].join(", ")}`),
    h("p", {}, word("options_pack_counts", policy.clauses.length, policy.duties.length, policy.contacts.length)),
    h(
      "details",
      { open: true },
      h("summary", {}, counted("options_pack_families", policy.speaks_to.length)),
      h(
        "ul",
        {},
        ...policy.speaks_to.map(({ title, severity }) => h("li", {}, title, " ", severity && severityTag(severity))),
      ),
      h("p", { class: "hint" }, word("options_families_silent", silentOn(policy).join("; "))),
    ),
    h(
      "details",
      {},
      h("summary", {}, counted("options_pack_duties", policy.duties.length)),
      h("ol", {}, ...policy.duties.map((duty) => dutyLine(duty, policy))),
    ),
    h(
      "details",
      {},
      h("summary", {}, counted("options_pack_clauses", policy.clauses.length)),
      ...policy.clauses.map(clauseEntry),
    ),
  );
}

function clauseEntry(clause: Clause): HTMLElement {
  const line = plainLine(clause);
  const section = h("strong", {}, word("popup_section", clause.section));
  return h(
    "div",
    { class: "entry-clause" },
    h("p", {}, section, " ", line && h("span", { lang: line.lang }, line.words)),
    h("blockquote", { lang: "en-GB" }, clause.text),
  );
}

/** The words of a duty are the pack's own, so that its writer finds them again. */
function dutyLine(duty: Duty, policy: Policy): HTMLElement {
  const narrowed = [duty.kinds, duty.phrases, duty.capacities, duty.surfaces, duty.when]
    .filter((list) => list.length > 0)
    .map((list) => list.join(", "));
  const sections = policy.clauses.filter(({ id }) => duty.clauses.includes(id)).map(({ section }) => section);
  return h(
    "li",
    {},
    severityTag(duty.severity),
    " ",
    duty.title,
    narrowed.length > 0 && ` (${narrowed.join("; ")})`,
    ": ",
    word("popup_section", [...new Set(sections)].join(", ")),
  );
}
