import { type Child, h } from "../shared/dom";
import type { Contact } from "../shared/records";
import { word } from "../shared/words";

/** Those who can help with a family, and those who help with anything. */
export function contactsFor(contacts: readonly Contact[], family: string | undefined): Contact[] {
  return contacts.filter(({ about }) => about.length === 0 || (family !== undefined && about.includes(family)));
}

export function contactList(contacts: readonly Contact[]): HTMLElement | undefined {
  if (contacts.length === 0) return undefined;
  return h("ul", { class: "contacts" }, ...contacts.map((contact) => h("li", {}, ...contactLine(contact))));
}

function contactLine({ name, email, mailto, phone }: Contact): Child[] {
  const line: Child[] = [h("span", {}, name)];
  if (email !== undefined && mailto) line.push(": ", h("a", { href: `mailto:${email}` }, email));
  if (email !== undefined && !mailto) {
    line.push(`: ${email}`, h("span", { class: "hint" }, ` ${word("popup_contact_misspelt")}`));
  }
  if (phone !== undefined) line.push(`, ${phone}`);
  return line;
}
