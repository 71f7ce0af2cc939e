import { word } from "../shared/words";

/** An ISO date as a reader writes it: “1 March 2018”. What is no date is shown as it stands. */
export function readable(iso: string): string {
  const date = new Date(`${iso}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  // Not the browser's own words: Chromium knows no Welsh ones.
  const month = word("months").split(" ")[date.getUTCMonth()] ?? "";
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** Today by the reader's own clock, as an ISO date. */
export function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
