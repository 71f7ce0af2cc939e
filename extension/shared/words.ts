/**
 * Every word that people read is in `_locales/en_GB/messages.json`; code names it by key.
 * Outside an extension (unit tests, a page served by hand) the same file is given to `supplyWords`.
 */
export type Messages = Record<string, { message: string; description?: string }>;

let outside: Messages = {};

/** Gives the words for where there is no extension to ask. */
export function supplyWords(messages: Messages): void {
  outside = messages;
}

/** The words under a key, with `$1`, `$2` … replaced. A key without words shows itself, so that it is seen and mended. */
export function word(key: string, ...substitutions: (string | number)[]): string {
  const given = substitutions.map(String);
  return fromBrowser(key, given) || fill(outside[key]?.message ?? key, given);
}

/** The language that the words are in, as the checker calls it: findings then speak the language of what is around them. */
export function language(): "en" | "cy" {
  return word("language") === "cy" ? "cy" : "en";
}

/** `key_one` for one, `key_many` for any other count; the count is `$1`. */
export function counted(key: string, count: number, ...more: (string | number)[]): string {
  return word(count === 1 ? `${key}_one` : `${key}_many`, numeral(count), ...more);
}

/** A number as its reader writes it: 100,000. */
export function numeral(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat([word("language"), "en-GB"], options).format(value);
}

/** In a page whose extension was updated under it the browser throws; then only supplied words are left. */
function fromBrowser(key: string, given: string[]): string | undefined {
  try {
    return globalThis.chrome?.i18n?.getMessage(key, given);
  } catch {
    return undefined;
  }
}

function fill(message: string, substitutions: readonly string[]): string {
  return message.replace(/\$(\$|[1-9])/g, (_, what: string) =>
    what === "$" ? "$" : (substitutions[Number(what) - 1] ?? ""),
  );
}
