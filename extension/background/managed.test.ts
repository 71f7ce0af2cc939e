import { beforeEach, describe, expect, it } from "vitest";
import { type FakeChrome, installFakeChrome } from "../../tests/pages/fake-chrome";
import type { Lists } from "../shared/directory/lists";
import type { DirectoryImport, Policy } from "../shared/records";
import { loadSettings } from "../shared/settings";
import { keepDecision, readDecisions } from "./decisions";
import { type ManagedModule, refreshManaged } from "./managed";
import { keepOwnBio } from "./own-bio";

const family = (slug: string) => ({ family: slug, title: slug });
/** Takes each line for a colleague, but for those with a question mark. */
class DirectoryReader {
  readonly #lines: string[];
  constructor(bytes: Uint8Array) {
    this.#lines = new TextDecoder().decode(bytes).split("\n");
    if (this.#lines.includes("too many")) throw { code: "too-many" };
  }
  readonly people = 0;
  read = (): number => 1;
  free = (): void => undefined;
  list = (): Uint8Array => new TextEncoder().encode(this.#good().join("\n"));
  summary(): DirectoryImport {
    const bad = this.#lines.flatMap((line, at) =>
      line.includes("?") ? [{ line: at + 1, fault: "no-name" as const }] : [],
    );
    const counts = { people: this.#good().length, handles: 0, agreed: 0, merged: 0, refused: bad.length };
    return { ...counts, bad, unused: [], encoding: "utf8" };
  }
  #good = (): string[] => this.#lines.filter((line) => !line.includes("?"));
}

const module: ManagedModule = {
  DirectoryReader,
  policies: () => [{ id: "elft", title: "Policy", organisation: "ELFT" }],
  policy: () => ({ speaks_to: [], silent_on: [family("abuse")] }) as unknown as Policy,
  packFaults: (toml) => (toml === "broken" ? [{ line: 3, column: 1, message: "mend this" }] : []),
};

describe("the organisation's settings", () => {
  let chromeLike: FakeChrome;
  let loads: number;
  let kept: Map<string, string>;
  let full: boolean;
  const lists: Lists = {
    async keep(owner, list) {
      if (full) throw new Error("QuotaExceededError");
      const name = `${owner}:${new TextDecoder().decode(list)}`;
      kept.set(name, name);
      return name;
    },
    async drop(_, but) {
      for (const name of kept.keys()) if (name !== but) kept.delete(name);
    },
  };
  const load = async (): Promise<ManagedModule> => {
    loads += 1;
    return module;
  };

  beforeEach(() => {
    chromeLike = installFakeChrome();
    loads = 0;
    kept = new Map();
    full = false;
  });

  it("hold for every reader once the background has read them", async () => {
    chromeLike.manage({ organisation: "elft", directory: ["Asha Patel"], families_off: ["abuse", "abus"] });
    await refreshManaged(load, lists);
    const settings = await loadSettings();
    expect(settings.organisation).toEqual({ value: "elft", from: "managed", locked: false });
    expect(settings.directories).toEqual(["managed:Asha Patel"]);
    expect(settings.managed.directory).toMatchObject({ people: 1 });
    expect(settings.managed_problems).toEqual([{ key: "families_off", fault: "not-known", detail: "abus" }]);
  });

  it("are read and checked anew only where they changed", async () => {
    chromeLike.manage({ organisation: "elft" });
    await refreshManaged(load, lists);
    await refreshManaged(load, lists);
    expect(loads).toBe(1);
    chromeLike.manage({ organisation: "elft", capacity: "official" });
    await refreshManaged(load, lists);
    expect((await loadSettings()).capacity.value).toBe("official");
  });

  it("end when nobody manages the browser any more", async () => {
    chromeLike.manage({ organisation: "elft" });
    await refreshManaged(load, lists);
    chromeLike.manage(new Error("Managed storage manifest not found"));
    await refreshManaged(load, lists);
    expect((await loadSettings()).chosen).toBe(false);
    expect(chromeLike.stored).toEqual({});
  });

  it("stand as they were last known where the browser does not answer", async () => {
    chromeLike.manage({ organisation: "elft" });
    await refreshManaged(load, lists);
    chromeLike.manage(new Error("IO error"));
    await refreshManaged(load, lists);
    expect((await loadSettings()).organisation.value).toBe("elft");
  });

  it("bring no pack that has a mistake in it, and say where", async () => {
    chromeLike.manage({ organisation: "elft", own_pack: "broken" });
    await refreshManaged(load, lists);
    const settings = await loadSettings();
    expect(settings.organisation.value).toBe("elft");
    expect(settings.managed_problems).toEqual([{ key: "own_pack", fault: "bad-pack", detail: "3: mend this" }]);
  });

  it("name the colleagues that cannot be read, and list the rest", async () => {
    const many = Array.from({ length: 30 }, (_, number) => `who? ${number}`);
    chromeLike.manage({ directory: ["Asha Patel", ...many, "Tom\nOkafor"] });
    await refreshManaged(load, lists);
    const { directories, managed_problems: problems } = await loadSettings();
    expect(directories).toEqual(["managed:Asha Patel\nTom Okafor"]);
    expect(problems[0]).toEqual({ key: "directory", fault: "bad-line", detail: "2: who? 0" });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toEqual({ key: "directory", fault: "more-bad-lines", detail: "10" });
  });

  it("keep the last list where there is no room for the next, and try again", async () => {
    chromeLike.manage({ directory: ["Asha Patel"] });
    await refreshManaged(load, lists);
    chromeLike.manage({ organisation: "elft", directory: ["Tom Okafor"] });
    full = true;
    await refreshManaged(load, lists);
    expect(await loadSettings()).toMatchObject({
      organisation: { value: "elft" },
      directories: ["managed:Asha Patel"],
    });
    expect([...kept.keys()]).toEqual(["managed:Asha Patel"]);
    full = false;
    await refreshManaged(load, lists);
    expect((await loadSettings()).directories).toEqual(["managed:Tom Okafor"]);
    expect([...kept.keys()]).toEqual(["managed:Tom Okafor"]);
  });

  it("say that a directory is too long", async () => {
    chromeLike.manage({ directory: ["too many"] });
    await refreshManaged(load, lists);
    expect((await loadSettings()).managed_problems).toEqual([{ key: "directory", fault: "too-many" }]);
  });

  it("leave no list behind when nobody manages the browser any more", async () => {
    chromeLike.manage({ directory: ["Asha Patel"] });
    await refreshManaged(load, lists);
    chromeLike.manage({});
    await refreshManaged(load, lists);
    expect([...kept.keys()]).toEqual([]);
  });

  it("leave nothing of a person on a shared desktop", async () => {
    const tab = { incognito: false } as chrome.tabs.Tab;
    await keepDecision({ type: "decision", family: "abuse", reason: "public" }, tab);
    expect(await readDecisions()).toHaveLength(1);
    const profile = { type: "own-bio", account: "@nurse", bio: "Nurse. Views my own." } as const;
    await keepOwnBio(profile, tab);
    expect(Object.keys((await loadSettings()).bio_by_account)).toHaveLength(1);
    chromeLike.manage({ keep_nothing: true });
    await refreshManaged(load, lists);
    expect(await readDecisions()).toEqual([]);
    expect((await loadSettings()).bio_by_account).toEqual({});
    await keepDecision({ type: "decision", family: "abuse", reason: "public" }, tab);
    await keepOwnBio(profile, tab);
    expect(await readDecisions()).toEqual([]);
    expect((await loadSettings()).bio_by_account).toEqual({});
  });
});
