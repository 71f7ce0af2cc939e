/** A copy of the built extension whose checker throws at every draft that has words in it. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserName, built } from "./launch";

/** Where the module's own loader takes a draft, in the scripts that use it. */
const CHECK = "check(draft){";
const TRAP = 'if(draft.text!=="")throw new WebAssembly.RuntimeError("unreachable");';
const SCRIPTS = ["content/x.js", "content/facebook.js", "content/linkedin.js", "background/main.js"];

export async function withThrowingChecker<T>(name: BrowserName, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "lozenge-throws-"));
  try {
    await cp(built(name), folder, { recursive: true });
    for (const script of SCRIPTS) await setTrap(join(folder, script));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A draft without a word is answered: with it the page asks whether there is a checker at all. */
async function setTrap(file: string): Promise<void> {
  const source = await readFile(file, "utf8");
  if (!source.includes(CHECK)) throw new Error(`${file} does not take drafts as expected`);
  await writeFile(file, source.replaceAll(CHECK, CHECK + TRAP));
}
