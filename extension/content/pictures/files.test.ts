// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";
import { watchFiles } from "./files";

// The events of a clipboard and of a drag are not in this document.
vi.stubGlobal("ClipboardEvent", class extends Event {});
vi.stubGlobal("DragEvent", class extends Event {});

let end = new AbortController();
afterEach(() => {
  end.abort();
  end = new AbortController();
});

const picture = new File(["x"], "a.png", { type: "image/png" });
const slides = new File(["x"], "a.pdf", { type: "application/pdf" });

function given(act: (target: HTMLInputElement) => void): string[][] {
  const seen: string[][] = [];
  watchFiles((files) => seen.push(files.map(({ name }) => name)), end.signal);
  const input = document.createElement("input");
  input.type = "file";
  document.body.append(input);
  act(input);
  return seen;
}

const choose = (input: HTMLInputElement, ...files: File[]) => {
  Object.defineProperty(input, "files", { value: files, configurable: true });
  for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
};

it("a choice is heard once, though an input says two things", () => {
  expect(given((input) => choose(input, picture, slides))).toEqual([["a.png"]]);
});

it("the same picture chosen again is heard again", () => {
  const again = new File(["x"], "a.png", { type: "image/png" });
  expect(
    given((input) => {
      choose(input, picture);
      choose(input, again);
    }),
  ).toHaveLength(2);
});

it("a picture that is dropped or pasted is heard, before the page's own listeners", () => {
  const seen = given((input) => {
    input.addEventListener("drop", (event) => event.stopImmediatePropagation());
    const drop = Object.assign(new DragEvent("drop", { bubbles: true }), { dataTransfer: { files: [picture] } });
    input.dispatchEvent(drop);
    const later = new File(["y"], "b.png", { type: "image/png" });
    const clipboardData = { files: [later], types: ["Files"] };
    input.dispatchEvent(Object.assign(new ClipboardEvent("paste", { bubbles: true }), { clipboardData }));
  });
  expect(seen).toEqual([["a.png"], ["b.png"]]);
});

it("the picture of a text that is pasted is left alone", () => {
  const table = new File(["z"], "table.png", { type: "image/png" });
  const clipboardData = { files: [table], types: ["text/plain", "text/html", "Files"] };
  expect(
    given((input) =>
      input.dispatchEvent(Object.assign(new ClipboardEvent("paste", { bubbles: true }), { clipboardData })),
    ),
  ).toEqual([]);
});

it("nothing is heard after the end", () => {
  expect(
    given((input) => {
      end.abort();
      choose(input, new File(["x"], "c.png", { type: "image/png" }));
    }),
  ).toEqual([]);
});
