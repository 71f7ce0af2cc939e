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
  installFakeChrome({ settings: { version: 1, organisation: 7, employer_names: ["the Royal"] } });
  const saved = await saveSettings((raw) => ({ ...raw, organisation: "elft" }));
  expect(saved.ok).toBe(true);
  const settings = await loadSettings();
  expect(settings).toMatchObject({ broken: false, chosen: true, employer_names: ["the Royal"] });
});

it("says when storage is full, and loses nothing", async () => {
  const fake = installFakeChrome();
  await saveSettings((raw) => ({ ...raw, organisation: "elft" }));
  fake.failWrites("Resource::kQuotaBytes quota exceeded");
  expect(await saveSettings((raw) => ({ ...raw, employer_names: ["the Royal"] }))).toEqual({
    ok: false,
    code: "storage-full",
  });
  fake.failWrites(undefined);
  expect(await loadSettings()).toMatchObject({ organisation: { value: "elft" }, employer_names: [] });
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
