/**
 * What a directory of 100,000 colleagues costs: reading a file of them on the options page, making a checker that knows
 * them, and each check after that. Prints a table; nothing here passes or fails.
 */
import { launch } from "../harness/launch";
import { corpusDrafts, serve } from "./page";

const GIVEN = ["Sarah", "Will", "Grace", "Mohammed", "Mark", "Ngozi", "Rose", "Siân", "Kerry-Ann", "May"];
const SURNAMES = ["Smith", "Patel", "Long", "Jones", "Day", "Okafor-Price", "van der Berg", "O’Shea", "Nowak", "Green"];

/** Names as common as on a real list at first, then each its own; all have all that can be known. */
const rows = Array.from({ length: 100_000 }, (_, row) => {
  const [given, surname] = [GIVEN[row % 10], SURNAMES[Math.floor(row / 10) % 10]];
  const own = row < 100 ? ["", ""] : [`a${Math.floor(row / 1000)}`, `b${Math.floor(row / 100)}`];
  return `${surname}${own[1]},${given}${own[0]},Pref${row},@handle${row},Ward ${row % 90},${row % 4 === 0 ? "yes" : "no"}`;
});
const sheet = ["Surname,First name,Known as,Twitter,Department,Consent", ...rows].join("\r\n");

const text = (await corpusDrafts()).map((draft) => draft.text).join(" ");

/** The list that the page read, for a module that has not read it. */
let kept: Buffer[] = [];

const served = await serve((request, response) => {
  if (request.url === "/sheet.csv") response.end(sheet);
  else if (request.url === "/list" && request.method === "POST") {
    kept = [];
    request.on("data", (part: Buffer) => kept.push(part)).on("end", () => response.end());
  } else if (request.url === "/list") response.end(Buffer.concat(kept));
  else if (request.url === "/text.txt") response.setHeader("Content-Type", "text/plain").end(text);
  else return false;
  return true;
});

const lozenge = await launch("chromium", { port: 1 });
const imports: { took: number; longest: number }[] = [];
for (let run = 0; run < 5; run += 1) imports.push(await lozenge.onOwnPage("options/options.html", importOnPage, sheet));
const page = await lozenge.page();
await page.goto(served.address);
const reading = await page.evaluate(readOnce);
await page.reload();
const inside = await page.evaluate(measure);
await lozenge.close();
served.close();

const middle = (numbers: number[]): number => numbers.sort((one, other) => one - other)[numbers.length >> 1] ?? 0;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
console.log("| 100,000 colleagues in Chromium | measured |\n|---|---|");
console.log(
  `| from choosing the file (${megabytes(sheet.length)}) to “Saved”, median of 5 | ${middle(imports.map(({ took }) => took)).toFixed(0)} ms |`,
);
console.log(
  `| the longest that the page stood still meanwhile, median of 5 | ${middle(imports.map(({ longest }) => longest)).toFixed(0)} ms |`,
);
console.log(`| of that reading in WebAssembly | ${reading.toFixed(0)} ms |`);
console.log(`| kept | ${megabytes(inside.kept)} |`);
console.log(
  `| a checker made with them / without | ${inside.made.toFixed(0)} ms / ${inside.madeWithout.toFixed(0)} ms |`,
);
console.log(
  `| WebAssembly memory with them / without | ${megabytes(inside.memory)} / ${megabytes(inside.memoryWithout)} |`,
);
console.log(
  `| check of 280 characters with them / without, median | ${inside.check?.toFixed(3)} ms / ${inside.checkWithout?.toFixed(3)} ms |`,
);

/** Runs on the options page. */
async function importOnPage(given: string): Promise<{ took: number; longest: number }> {
  while (document.querySelector("#people-file") === null) await new Promise((resolve) => setTimeout(resolve, 20));
  const field = document.querySelector<HTMLInputElement>("#people-file");
  const said = document.querySelector("#colleagues .outcome");
  const files = new DataTransfer();
  files.items.add(new File([given], "staff.csv", { type: "text/csv" }));
  let longest = 0;
  let last = performance.now();
  let running = true;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (running) channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
  const start = performance.now();
  if (field !== null) field.files = files.files;
  field?.dispatchEvent(new Event("change"));
  while (!/100,000/.test(said?.textContent ?? "")) await new Promise((resolve) => setTimeout(resolve, 5));
  running = false;
  return { took: performance.now() - start, longest };
}

type Module = typeof import("../../extension/.wasm/lozenge_wasm.js");

/** Runs in the page: reads the file and hands the list to the server. */
async function readOnce(): Promise<number> {
  const { initSync, DirectoryReader } = (globalThis as unknown as { lozenge: Module }).lozenge;
  const file = new Uint8Array(await (await fetch("/sheet.csv")).arrayBuffer());
  initSync({ module: await WebAssembly.compile(await (await fetch("/module.wasm")).arrayBuffer()) });
  const start = performance.now();
  const reader = new DirectoryReader(file);
  while (reader.read(500) < 1);
  const list = reader.list();
  const took = performance.now() - start;
  await fetch("/list", { method: "POST", body: list as Uint8Array<ArrayBuffer> });
  return took;
}

/** Runs in the page, in a module that has read nothing, as the background's. */
async function measure() {
  const { initSync, Checker } = (globalThis as unknown as { lozenge: Module }).lozenge;
  const list = new Uint8Array(await (await fetch("/list")).arrayBuffer());
  const text = await (await fetch("/text.txt")).text();
  const { memory } = initSync({ module: await WebAssembly.compile(await (await fetch("/module.wasm")).arrayBuffer()) });
  const started = performance.now();
  const without = new Checker("nhs-trust");
  const madeWithout = performance.now() - started;
  without.check({ text, site: "x", surface: "post", capacity: "personal" });
  const memoryWithout = memory.buffer.byteLength;
  const start = performance.now();
  const checker = new Checker("nhs-trust", { directory: { lists: [list] } });
  const made = performance.now() - start;
  const memoryWith = memory.buffer.byteLength;
  const times = [[], []] as [number[], number[]];
  for (let round = 0; round < 4000; round += 1) {
    const cut = (round * 97) % (text.length - 280);
    const draft = { text: text.slice(cut, cut + 280), site: "x", surface: "post", capacity: "personal" } as const;
    // Each goes first in turn: what comes second finds the draft's words in the processor's memory.
    const turns: [number, typeof checker][] = [
      [0, checker],
      [1, without],
    ];
    for (const [at, one] of round % 2 === 0 ? turns : turns.reverse()) {
      const before = performance.now();
      one.check(draft);
      if (round >= 200) times[at]?.push(performance.now() - before);
    }
  }
  const [check, checkWithout] = times.map((all) => all.sort((one, other) => one - other)[all.length >> 1] ?? 0);
  return { kept: list.length, made, madeWithout, memory: memoryWith, memoryWithout, check, checkWithout };
}
