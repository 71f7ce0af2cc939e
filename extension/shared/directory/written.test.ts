import { expect, it } from "vitest";
import { written } from "./written";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it("shows a list as it can be edited and read again", () => {
  const list = "y,Asha,Patel,Ash,asha ash_p\nn,Tom,Okafor\nn,Jan,van der Berg\nn,,,,ward5\nn,,Siân,,sian\n";
  expect(written(bytes(list))).toBe(
    ["Asha Patel, Ash, @asha, yes", "Tom Okafor", '"van der Berg, Jan"', ", , @ward5", "Siân, , @sian"].join("\n"),
  );
  expect(written(bytes(""))).toBe("");
});
