import { expect, it } from "vitest";
import type { PageState } from "../shared/messages";
import { choose } from "./frames";

function page(frame: string, watch: PageState["watch"], active = false): PageState {
  return { type: "page", frame, watch, site: "x", active, host: "page" };
}

it("speaks of the frame last written in", () => {
  expect(choose([page("a", "unknown-box"), page("b", "checked", true), page("c", "idle")])?.frame).toBe("b");
});

it("speaks of a frame with a box where none was written in", () => {
  expect(choose([page("a", "idle"), page("b", "checked"), page("c", "idle")])?.frame).toBe("b");
});

it("is not held by a frame whose box is gone", () => {
  expect(choose([page("a", "idle", true), page("b", "checking")])?.frame).toBe("b");
});

it("has nothing to say of no frame", () => {
  expect(choose([])).toBeUndefined();
});
