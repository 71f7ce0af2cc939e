// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { LogoVerdict } from "../../shared/records";
import type { ShownAttachment } from "../sites/site";
import { createAlbum } from "./album";

/** What the pixels would tell, by the name of a file or the address of a preview. */
interface Pixels {
  shade: number;
  width?: number;
  verdict?: LogoVerdict["outcome"];
  unreadable?: true;
}

const world = new Map<string, Pixels>();
const judged: string[] = [];

vi.mock("./look", async (original) => ({
  ...(await original<object>()),
  ready: async () => undefined,
  async lookAt(source: File | HTMLImageElement) {
    const name = source instanceof File ? source.name : source.src;
    const pixels = world.get(name);
    if (pixels === undefined || pixels.unreadable) throw new Error("cannot be read");
    const size = { width: pixels.width ?? 40, height: 30 };
    return { name, size, thumbnail: {}, print: Uint8ClampedArray.of(pixels.shade), encode: async () => name };
  },
}));
vi.mock("./judge", () => ({
  async judge({ name }: { name: string }) {
    judged.push(name);
    const outcome = world.get(name)?.verdict ?? "absent";
    return { outcome, score: outcome === "shown" ? 0.9 : 0.1 };
  },
}));

function file(name: string, pixels: Pixels): File {
  world.set(name, pixels);
  return new File([], name, { type: "image/png" });
}

function preview(address: string, pixels: Pixels): ShownAttachment {
  world.set(address, pixels);
  const image = document.createElement("img");
  image.src = address;
  Object.defineProperties(image, { naturalWidth: { value: pixels.width ?? 40 }, naturalHeight: { value: 30 } });
  return { kind: "image", alt: "", shownBy: image };
}

function album() {
  const found = vi.fn();
  const made = createAlbum(found, () => undefined, new AbortController().signal);
  const outcomes = (...shown: ShownAttachment[]) => made.attachments(shown).map(({ logo }) => logo?.outcome);
  return { ...made, found, outcomes };
}

beforeEach(() => {
  world.clear();
  judged.length = 0;
});

describe("a file that was given", () => {
  it("stands for itself while the box shows no picture, and is gone when the post went", async () => {
    const { give, outcomes, settled, posted } = album();
    give([file("sign.png", { shade: 10, verdict: "shown" })]);
    expect(outcomes()).toEqual([undefined]);
    await settled();
    expect(outcomes()).toEqual(["shown"]);
    posted();
    expect(outcomes()).toEqual([]);
  });

  it("gives its verdict to the preview that shows it, is judged once, and goes with the preview", async () => {
    const { give, outcomes, settled, found } = album();
    give([file("sign.png", { shade: 10, verdict: "shown" })]);
    const shown = preview("blob:1", { shade: 11 });
    expect(outcomes(shown)).toEqual([undefined]);
    await settled();
    expect(outcomes(shown)).toEqual(["shown"]);
    expect(judged).toEqual(["sign.png"]);
    expect(found).toHaveBeenCalledTimes(1);
    expect(outcomes()).toEqual([]);
  });

  it("is told from others that are given with it by its pixels, not by its place", async () => {
    const { give, outcomes, settled } = album();
    give([file("plain.png", { shade: 200 }), file("sign.png", { shade: 10, verdict: "shown" })]);
    const [sign, plain] = [preview("blob:1", { shade: 10 }), preview("blob:2", { shade: 200 })];
    outcomes(sign, plain);
    await settled();
    expect(outcomes(sign, plain)).toEqual(["shown", "absent"]);
    expect(outcomes(plain)).toEqual(["absent"]);
  });

  it("gives its verdict to the site's own copy, which cannot be read, by its shape", async () => {
    const { give, outcomes, settled } = album();
    give([file("wide.png", { shade: 10, width: 90 }), file("sign.png", { shade: 10, verdict: "shown" })]);
    const copy = preview("https://cdn.example/1", { shade: 0, width: 40, unreadable: true });
    outcomes(copy);
    await settled();
    expect(outcomes(copy)).toEqual(["shown"]);
  });

  it("does not stand for another picture that takes its place", async () => {
    const { give, outcomes, settled } = album();
    give([file("sign.png", { shade: 10, verdict: "shown" })]);
    const first = preview("blob:1", { shade: 10 });
    outcomes(first);
    await settled();
    // The same picture, with the logo painted over: as a miniature hardly another one.
    const second = preview("blob:2", { shade: 11 });
    outcomes(second);
    await settled();
    expect(outcomes(second)).toEqual(["absent"]);
    expect(judged).toEqual(["sign.png", "blob:2"]);
  });
});

describe("a preview that shows no given file", () => {
  it("is judged by its own pixels, once, however often the box is read", async () => {
    const { outcomes, settled, has } = album();
    const shown = preview("blob:1", { shade: 10, verdict: "unclear" });
    outcomes(shown);
    outcomes(shown);
    expect(has("waiting")).toBe(true);
    await settled();
    expect(outcomes(shown)).toEqual(["unclear"]);
    expect(has("waiting")).toBe(false);
    expect(judged).toEqual(["blob:1"]);
  });

  it("is said to be unseen where it cannot be read", async () => {
    const { outcomes, settled, has } = album();
    const shown = preview("https://cdn.example/1", { shade: 0, unreadable: true });
    outcomes(shown);
    await settled();
    expect(has("failed")).toBe(true);
    expect(outcomes(shown)).toEqual([undefined]);
    outcomes();
    expect(has("failed")).toBe(false);
  });
});

it("a film is looked at and never waited for", async () => {
  const { attachments, has } = album();
  const film = document.createElement("video");
  attachments([{ kind: "video", captions: "no", shownBy: film }]);
  expect(has("waiting")).toBe(false);
});
