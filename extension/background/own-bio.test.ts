import { beforeEach, expect, it } from "vitest";
import { installFakeChrome } from "../../tests/pages/fake-chrome";
import { loadSettings } from "../shared/settings";
import { keepOwnBio } from "./own-bio";

const profile = { type: "own-bio", account: "@nurse", bio: "Nurse. Views my own." } as const;
const tab = { id: 1, incognito: false } as chrome.tabs.Tab;
const known = async () => Object.values((await loadSettings()).bio_by_account);

beforeEach(() => void installFakeChrome());

it("remembers what the author's profile says, under its account", async () => {
  await keepOwnBio(profile, tab);
  expect(await known()).toEqual([profile.bio]);
});

it("keeps nothing in private windows, nor of a page that is in no tab", async () => {
  await keepOwnBio(profile, { ...tab, incognito: true });
  await keepOwnBio(profile, undefined);
  expect(await known()).toEqual([]);
});
