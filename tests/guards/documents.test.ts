/** What the documents point at is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import settings from "../../deploy/settings.json";
import { MANAGED_KEYS } from "../../extension/shared/managed/keys";

const ROOT = join(import.meta.dirname, "../..");
const documents = [...readdirSync(ROOT), ...readdirSync(join(ROOT, "docs")).map((file) => `docs/${file}`)].filter(
  (file) => file.endsWith(".md"),
);
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

it.each(documents)("%s links to files that exist", (file) => {
  const links = [...read(file).matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link ?? "");
  const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(ROOT, dirname(file), link)));
  expect(broken).toEqual([]);
});

it.each(["SECURITY.md", "docs/dpia.md", "docs/admin.md"])("%s names proofs that exist", (file) => {
  const named = [...read(file).matchAll(/`((?:tests|extension|crates|xtask|deploy|docs)\/[^`\s…]+)`/g)];
  expect(named.length).toBeGreaterThan(0);
  expect(named.map(([, path]) => path ?? "").filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it("the guide for administrators shows the worked example as it stands, and no setting that is none", () => {
  const guide = read("docs/admin.md");
  const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, example]) => example ?? "");
  expect(examples.map((example) => example.trim())).toContain(read("deploy/settings.json").trim());
  expect(Object.keys(MANAGED_KEYS)).toEqual(expect.arrayContaining(Object.keys(settings)));
  const named = [...guide.matchAll(/`([a-z]+_[a-z_]+)`/g)].map(([, key]) => key ?? "");
  const policies = ["override_update_url", "install_url"];
  expect(named.filter((key) => !(key in MANAGED_KEYS) && !policies.includes(key))).toEqual([]);
});
