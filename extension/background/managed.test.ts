import { beforeEach, describe, expect, it } from "vitest";
import { type FakeChrome, installFakeChrome } from "../../tests/pages/fake-chrome";
import type { Policy } from "../shared/records";
import { loadSettings } from "../shared/settings";
import { keepDecision, readDecisions } from "./decisions";
import { type ManagedModule, refreshManaged } from "./managed";

const family = (slug: string) => ({ family: slug, title: slug });
const module: ManagedModule = {
  policies: () => [{ id: "elft", title: "Policy", organisation: "ELFT" }],
  policy: () => ({ speaks_to: [], silent_on: [family("abuse")] }) as unknown as Policy,
  packFaults: (toml) => (toml === "broken" ? [{ line: 3, column: 1, message: "mend this" }] : []),
};

describe("the organisation's settings", () => {
  let chromeLike: FakeChrome;
  let loads: number;
  const load = async (): Promise<ManagedModule> => {
    loads += 1;
    return module;
  };

  beforeEach(() => {
    chromeLike = installFakeChrome();
    loads = 0;
  });

  it("hold for every reader once the background has read them", async () => {
    chromeLike.manage({ organisation: "elft", directory: ["Asha Patel"], families_off: ["abuse", "abus"] });
    await refreshManaged(load);
    const settings = await loadSettings();
    expect(settings.organisation).toEqual({ value: "elft", from: "managed", locked: false });
    expect(settings.people).toEqual([{ name: "Asha Patel" }]);
    expect(settings.managed_problems).toEqual([{ key: "families_off", fault: "not-known", detail: "abus" }]);
  });

  it("are read and checked anew only where they changed", async () => {
    chromeLike.manage({ organisation: "elft" });
    await refreshManaged(load);
    await refreshManaged(load);
    expect(loads).toBe(1);
    chromeLike.manage({ organisation: "elft", capacity: "official" });
    await refreshManaged(load);
    expect((await loadSettings()).capacity.value).toBe("official");
  });

  it("end when nobody manages the browser any more", async () => {
    chromeLike.manage({ organisation: "elft" });
    await refreshManaged(load);
    chromeLike.manage(new Error("Managed storage manifest not found"));
    await refreshManaged(load);
    expect((await loadSettings()).chosen).toBe(false);
    expect(chromeLike.stored).toEqual({});
  });

  it("stand as they were last known where the browser does not answer", async () => {
    chromeLike.manage({ organisation: "elft" });
    await refreshManaged(load);
    chromeLike.manage(new Error("IO error"));
    await refreshManaged(load);
    expect((await loadSettings()).organisation.value).toBe("elft");
  });

  it("bring no pack that has a mistake in it, and say where", async () => {
    chromeLike.manage({ organisation: "elft", own_pack: "broken" });
    await refreshManaged(load);
    const settings = await loadSettings();
    expect(settings.organisation.value).toBe("elft");
    expect(settings.managed_problems).toEqual([{ key: "own_pack", fault: "bad-pack", detail: "3: mend this" }]);
  });

  it("are told by their number alone to a reader for whom their list is too long", async () => {
    chromeLike.manage({ directory: ["Asha Patel", "Tom Okafor"] });
    await refreshManaged(load);
    expect(await loadSettings({ peopleUpTo: 1 })).toMatchObject({ people: [], people_count: 2 });
  });

  it("leave nothing of a person on a shared desktop", async () => {
    const tab = { incognito: false } as chrome.tabs.Tab;
    await keepDecision({ type: "decision", family: "abuse", reason: "public" }, tab);
    expect(await readDecisions()).toHaveLength(1);
    chromeLike.manage({ keep_nothing: true });
    await refreshManaged(load);
    expect(await readDecisions()).toEqual([]);
    await keepDecision({ type: "decision", family: "abuse", reason: "public" }, tab);
    expect(await readDecisions()).toEqual([]);
  });
});
