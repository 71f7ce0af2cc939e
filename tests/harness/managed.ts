/**
 * Settings of an organisation's administrator, put where the browsers really read them: files of the system.
 *
 * The extension is loaded as a copy with an id of the test's own, so that no other browser on the machine obeys them.
 */
import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BrowserName, built } from "./launch";

export interface ManagedExtension {
  /** The folder to load. */
  folder: string;
  /** Writes the administrator's settings, or takes them away. */
  manage(settings: Record<string, unknown> | undefined): Promise<void>;
  /** Leaves the system as it was. */
  dispose(): Promise<void>;
}

/** Chromium reads every file in this folder; Firefox reads this one file. */
const CHROMIUM = "/etc/chromium/policies/managed";
const FIREFOX = "/etc/firefox/policies/policies.json";

export async function managedExtension(name: BrowserName): Promise<ManagedExtension> {
  const folder = await mkdtemp(join(tmpdir(), "lozenge-managed-"));
  await cp(built(name), folder, { recursive: true });
  const id = await giveId(name, join(folder, "manifest.json"));
  const file = name === "chromium" ? join(CHROMIUM, `lozenge-test-${id}.json`) : FIREFOX;
  const before = name === "firefox" ? await readFile(file, "utf8").catch(() => undefined) : undefined;
  await mayWrite(file);
  return {
    folder,
    async manage(settings) {
      if (settings === undefined) await putBack(file, before);
      else await write(file, JSON.stringify(policies(name, id, settings)));
    },
    async dispose() {
      await putBack(file, before);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function policies(name: BrowserName, id: string, settings: Record<string, unknown>): object {
  return name === "chromium"
    ? { "3rdparty": { extensions: { [id]: settings } } }
    : { policies: { "3rdparty": { Extensions: { [id]: settings } } } };
}

/** Says plainly that this machine cannot run the test, rather than testing nothing. */
async function mayWrite(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const probe = join(dirname(file), `.lozenge-probe-${randomUUID()}`);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw new Error(
      `Managed settings are read from ${dirname(file)}, which this user may not write to (${error}). Run this test as root, or in a container.`,
    );
  }
}

/** In one step: a browser that watches the folder never sees half a file. */
async function write(file: string, content: string): Promise<void> {
  const beside = `${file}.new`;
  await writeFile(beside, content);
  await rename(beside, file);
}

async function putBack(file: string, content: string | undefined): Promise<void> {
  if (content === undefined) await rm(file, { force: true });
  else await write(file, content);
}

async function giveId(name: BrowserName, file: string): Promise<string> {
  const manifest = JSON.parse(await readFile(file, "utf8"));
  if (name === "firefox") {
    manifest.browser_specific_settings.gecko.id = `${randomUUID()}@lozenge.example`;
    await writeFile(file, JSON.stringify(manifest));
    return manifest.browser_specific_settings.gecko.id;
  }
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = publicKey.export({ type: "spki", format: "der" });
  manifest.key = key.toString("base64");
  await writeFile(file, JSON.stringify(manifest));
  // Chromium's ids are the first half of the key's hash, with letters for digits.
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}
