import { expect, it, vi } from "vitest";
import { installFakeChrome } from "../../../tests/pages/fake-chrome";
import type { Settings } from "../settings";
import { loadSettings, onSettings, saveSettings } from "./store";

it("asks again, and says so, when what is stored is broken", async () => {
  installFakeChrome({ settings: "%%%" });
  const settings = await loadSettings();
  expect(settings.broken).toBe(true);
  expect(settings.chosen).toBe(false);
});

it("asks again when storage itself cannot be read", async () => {
  installFakeChrome().failReads(true);
  expect((await loadSettings()).broken).toBe(true);
});

it("is whole again after the author answered", async () => {
  installFakeChrome({ settings: { version: 1, organisation: 7 }, people: [{ name: "Asha Patel" }] });
  const saved = await saveSettings((raw) => ({ ...raw, organisation: "elft" }));
  expect(saved.ok).toBe(true);
  const settings = await loadSettings();
  expect(settings).toMatchObject({ broken: false, chosen: true, people: [{ name: "Asha Patel" }] });
});

it("says when storage is full, and loses nothing", async () => {
  const fake = installFakeChrome();
  await saveSettings((raw) => ({ ...raw, organisation: "elft" }));
  fake.failWrites("Resource::kQuotaBytes quota exceeded");
  expect(await saveSettings((raw) => ({ ...raw, people: [{ name: "Asha Patel" }] }))).toEqual({
    ok: false,
    code: "storage-full",
  });
  fake.failWrites(undefined);
  expect(await loadSettings()).toMatchObject({ organisation: { value: "elft" }, people: [] });
});

it("writes nothing that it could not read again", async () => {
  const fake = installFakeChrome();
  const saved = await saveSettings((raw) => ({ ...raw, organisation: "not a slug" }));
  expect(saved).toEqual({ ok: false, code: "invalid" });
  expect(fake.stored).toEqual({});
});

it("loses neither of two changes made at once", async () => {
  installFakeChrome();
  await Promise.all([
    saveSettings((raw) => ({ ...raw, organisation: "elft" })),
    saveSettings((raw) => ({ ...raw, capacity: "official" })),
  ]);
  const settings = await loadSettings();
  expect([settings.organisation.value, settings.capacity.value]).toEqual(["elft", "official"]);
});

it("spares a reader a list of colleagues that is too long for it", async () => {
  installFakeChrome();
  await saveSettings((raw) => ({
    ...raw,
    people: [{ name: "Asha Patel" }, { name: "Tom Okafor" }],
    people_from: { source: "team.csv", on: "2026-11-21", count: 2 },
  }));
  expect((await loadSettings({ peopleUpTo: 1 })).people).toEqual([]);
  expect((await loadSettings({ peopleUpTo: 2 })).people).toHaveLength(2);
});

it("tells listeners what holds, until they stop listening", async () => {
  installFakeChrome();
  const stop = new AbortController();
  const heard: Settings[] = [];
  onSettings((settings) => heard.push(settings), stop.signal);
  await saveSettings((raw) => ({ ...raw, organisation: "elft" }));
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard[0]?.organisation.value).toBe("elft");

  const other: Settings[] = [];
  onSettings((settings) => other.push(settings), new AbortController().signal);
  stop.abort();
  await saveSettings((raw) => ({ ...raw, organisation: "nhs-trust" }));
  await vi.waitFor(() => expect(other).toHaveLength(1));
  expect(heard).toHaveLength(1);
});
