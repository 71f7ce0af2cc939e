/** A copy of the built extension that knows Welsh alone, as a browser shows it that is set to Welsh: neither browser here is. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserName, built } from "./launch";

export async function inWelsh<T>(name: BrowserName, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "lozenge-welsh-"));
  try {
    await cp(built(name), folder, { recursive: true });
    await rm(join(folder, "_locales/en_GB"), { recursive: true });
    const manifest = join(folder, "manifest.json");
    const said = JSON.parse(await readFile(manifest, "utf8"));
    await writeFile(manifest, JSON.stringify({ ...said, default_locale: "cy" }));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
