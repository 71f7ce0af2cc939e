import { fill, h } from "../shared/dom";
import type { Capacity } from "../shared/records";
import { accountKey } from "../shared/settings";
import { word } from "../shared/words";
import { capacityChoices, choices } from "../ui/choices";
import { lockedWords } from "../ui/locked";
import { button, type Context, frame, outcome, type Section, save } from "./section";

/** In which capacity the author posts: in general, and from each account that differs. */
export function capacitySection({ module }: Context): Section {
  const result = outcome();
  const field = choices("capacity", word("options_capacity_question"), capacityChoices(), (capacity) => {
    void save(result, (raw) => ({ ...raw, capacity: capacity as Capacity }));
  });
  const list = h("div", {});
  const handle = h("input", {
    type: "text",
    id: "account-handle",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "account-fault",
  });
  const fault = h("p", { class: "fault", id: "account-fault" });
  const capacity = h(
    "select",
    { id: "account-capacity" },
    ...capacityChoices().map(({ value, label }) => h("option", { value }, label)),
  );

  async function add(event: Event): Promise<void> {
    event.preventDefault();
    const account = accountKey(handle.value);
    fault.textContent = account === "" ? word("options_account_missing") : "";
    handle.toggleAttribute("aria-invalid", account === "");
    if (account === "") return handle.focus();
    const saved = await save(
      result,
      (raw) => ({ ...raw, capacity_by_account: { ...raw.capacity_by_account, [account]: capacity.value as Capacity } }),
      word("options_account_saved", account),
    );
    if (saved) handle.value = "";
  }

  async function remove(account: string): Promise<void> {
    await save(
      result,
      ({ capacity_by_account, ...raw }) => ({
        ...raw,
        capacity_by_account: without(capacity_by_account ?? {}, account),
      }),
      word("options_account_removed", account),
    );
    handle.focus();
  }

  const accounts = h(
    "div",
    {},
    h("h3", {}, word("options_accounts")),
    h("p", { class: "hint" }, word("options_accounts_hint")),
    list,
    h(
      "form",
      { class: "row", on: { submit: (event) => void add(event) } },
      h("div", { class: "field" }, h("label", { for: "account-handle" }, word("options_account")), fault, handle),
      h("div", { class: "field" }, h("label", { for: "account-capacity" }, word("popup_capacity")), capacity),
      h("button", { class: "secondary" }, word("options_account_add")),
    ),
  );

  return {
    element: frame("capacity", word("options_capacity"), field.element, accounts, result.element),
    show(settings) {
      field.pick(settings.capacity.value);
      const locked = settings.capacity.locked;
      field.lock(locked ? lockedWords(settings, module) : undefined);
      accounts.hidden = locked;
      fill(
        list,
        Object.entries(settings.capacity_by_account).map(([account, own]) =>
          h(
            "div",
            { class: "entry" },
            h("span", {}, h("strong", { dir: "auto" }, account), `: ${word(`popup_capacity_${own}`)}`),
            removal(account, () => void remove(account)),
          ),
        ),
      );
    },
  };
}

/** A button whose name says what it removes. */
export function removal(what: string, press: () => void): HTMLButtonElement {
  const made = button(word("options_remove"), press, "secondary");
  made.classList.add("small");
  made.append(h("span", { class: "hidden" }, ` ${what}`));
  return made;
}

/** A table without one entry. */
export function without<T>(table: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => name !== key));
}
