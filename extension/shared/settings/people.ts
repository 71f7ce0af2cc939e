import type { Person } from "../records";

/** Why a line of a list of colleagues was left out. */
export type Fault =
  | "no-name"
  | "too-many-columns"
  | "permission-unclear"
  | "handle-with-space"
  | "too-long"
  | "quote-not-closed";
export interface BadRow {
  line: number;
  fault: Fault;
}
export interface ReadPeople {
  people: Person[];
  bad: BadRow[];
}

const COLUMNS = ["name", "preferred", "handle", "permission"] as const;
const LONGEST = 200;
const YES = new Set(["yes", "y", "true", "1"]);
const NO = new Set(["no", "n", "false", "0", ""]);

/**
 * Reads colleagues from pasted text or a CSV file: name, preferred name,
 * handle, permission. Commas, semicolons and tabs part columns, whichever the
 * first line uses. One bad line costs that line.
 */
export function readPeople(text: string): ReadPeople {
  const people: Person[] = [];
  const bad: BadRow[] = [];
  const source = text.replace(/^\uFEFF/, "");
  for (const row of rows(source, separator(source))) {
    if (row.cells.every((cell) => cell === "") || (people.length + bad.length === 0 && isHeader(row.cells))) continue;
    const read = row.closed ? person(row.cells) : "quote-not-closed";
    if (typeof read === "string") bad.push({ line: row.line, fault: read });
    else people.push(read);
  }
  return { people, bad };
}

/** The list as it can be edited and read again. */
export function writePeople(people: readonly Person[]): string {
  return people
    .map(({ name, preferred = "", handle = "", permission = false }) => {
      const cells = [name, preferred, handle, permission ? "yes" : ""];
      while (cells.at(-1) === "") cells.pop();
      return cells.map(quoted).join(", ");
    })
    .join("\n");
}

function person(cells: readonly string[]): Person | Fault {
  const [name = "", preferred = "", handle = "", permission = "", ...more] = cells;
  if (more.some((cell) => cell !== "")) return "too-many-columns";
  if (name === "") return "no-name";
  if (cells.some((cell) => cell.length > LONGEST)) return "too-long";
  if (/\s/.test(handle)) return "handle-with-space";
  const answer = permission.toLowerCase();
  if (!YES.has(answer) && !NO.has(answer)) return "permission-unclear";
  return {
    name,
    ...(preferred !== "" && { preferred }),
    ...(handle !== "" && { handle }),
    ...(YES.has(answer) && { permission: true }),
  };
}

function isHeader(cells: readonly string[]): boolean {
  return cells[0]?.toLowerCase() === COLUMNS[0] && cells.every((cell, at) => cell === "" || at < COLUMNS.length);
}

function separator(text: string): string {
  const first = text.slice(0, text.search(/\n|$/)).replace(/"[^"]*"/g, "");
  return [";", "\t"].find((mark) => first.includes(mark)) ?? ",";
}

interface Row {
  line: number;
  cells: string[];
  closed: boolean;
}

/** Rows of cells; a quoted cell may hold separators and doubled quotes. A quote ends with its line, so that one slip costs one row. */
function* rows(text: string, mark: string): Generator<Row> {
  let line = 0;
  for (const source of text.split(/\r\n|\r|\n/)) {
    line += 1;
    const cells: string[] = [];
    let cell = "";
    let inside = false;
    for (let at = 0; at < source.length; at += 1) {
      const letter = source.charAt(at);
      if (inside) {
        if (letter !== '"') cell += letter;
        else if (source.charAt(at + 1) === '"') {
          cell += '"';
          at += 1;
        } else inside = false;
      } else if (letter === '"' && cell.trim() === "") {
        cell = "";
        inside = true;
      } else if (letter === mark) {
        cells.push(cell.trim());
        cell = "";
      } else cell += letter;
    }
    cells.push(cell.trim());
    yield { line, cells, closed: !inside };
  }
}

function quoted(cell: string): string {
  return /[",;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
