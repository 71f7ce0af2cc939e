import { describe, expect, it } from "vitest";
import { sameShape, within } from "./size";

describe("the size for the checker", () => {
  it("keeps what is small enough, and never enlarges", () => {
    expect(within({ width: 1000, height: 1000 }, 1_000_000)).toEqual({ width: 1000, height: 1000 });
    expect(within({ width: 3, height: 2 }, 1_000_000)).toEqual({ width: 3, height: 2 });
  });
  it("shrinks by area and keeps the shape", () => {
    expect(within({ width: 4000, height: 3000 }, 1_000_000)).toEqual({ width: 1154, height: 866 });
  });
  it("keeps a pixel of what is thinner than that, within the area", () => {
    expect(within({ width: 20_000, height: 1 }, 1_000)).toEqual({ width: 1_000, height: 1 });
    expect(within({ width: 2_000_000_000, height: 1 }, 1_000_000)).toEqual({ width: 1_000_000, height: 1 });
  });
});

it("a smaller copy has the same shape, whatever was rounded, and a crop has not", () => {
  expect(sameShape({ width: 4000, height: 3000 }, { width: 1154, height: 866 })).toBe(true);
  expect(sameShape({ width: 4000, height: 3000 }, { width: 300, height: 300 })).toBe(false);
});
