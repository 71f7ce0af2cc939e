/** The compact form as an author can edit it, one colleague a line: name, preferred name, handle, permission. */
export function written(list: Uint8Array): string {
  const lines = new TextDecoder().decode(list).trimEnd().split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const [agreed, given = "", surname = "", preferred = "", handles = ""] = line.split(",");
      const cells = [name(given, surname), preferred, firstOf(handles), agreed === "y" ? "yes" : ""];
      while (cells.at(-1) === "") cells.pop();
      return cells.map(quoted).join(", ");
    })
    .join("\n");
}

/** Where the surname has several words, a comma keeps it from being cut in the wrong place when it is read again. */
function name(given: string, surname: string): string {
  if (given === "" || surname === "") return `${given}${surname}`;
  return surname.includes(" ") ? `${surname}, ${given}` : `${given} ${surname}`;
}

function firstOf(handles: string): string {
  const [first = ""] = handles.split(" ");
  return first === "" ? "" : `@${first}`;
}

function quoted(cell: string): string {
  return /[",;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
