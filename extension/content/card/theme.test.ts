import { describe, expect, it } from "vitest";
import { lightnessOf } from "./theme";

describe("how light a page's colour is", () => {
  it("reads the forms that computed styles take", () => {
    expect(lightnessOf("rgb(255, 255, 255)")).toBeCloseTo(1);
    expect(lightnessOf("rgb(21, 32, 43)")).toBeLessThan(0.2);
    expect(lightnessOf("rgba(0, 0, 0, 0.9)")).toBe(0);
  });
  it("says nothing of what is seen through or cannot be read", () => {
    expect(lightnessOf("rgba(0, 0, 0, 0)")).toBeUndefined();
    expect(lightnessOf("color(srgb 1 1 1)")).toBeUndefined();
    expect(lightnessOf("")).toBeUndefined();
  });
});
