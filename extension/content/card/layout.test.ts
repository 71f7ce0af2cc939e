import { describe, expect, it } from "vitest";
import { type Box, clip, placeCard } from "./layout";

const wide = { width: 1280, height: 800 };
const box: Box = { left: 300, top: 100, right: 900, bottom: 300 };
const text: Box = { left: 310, top: 110, right: 890, bottom: 240 };
const post: Box = { left: 820, top: 250, right: 890, bottom: 290 };
const card = { width: 360, height: 400 };

function taken(spot: { left: number; top: number; room: number }, size = card): Box {
  const bottom = spot.top + Math.min(size.height, spot.room);
  return { left: spot.left, top: spot.top, right: spot.left + size.width, bottom };
}

describe("the card's place", () => {
  it("is beside the box where there is room, on the side where lines end", () => {
    expect(placeCard(wide, box, [text], [post], card)).toMatchObject({ left: 908, top: 100 });
    const mirrored = { ...box, left: 500, right: 1100 };
    expect(placeCard(wide, mirrored, [], [], card, true)).toMatchObject({ left: 132, top: 100 });
  });

  it("is below a box that fills the width", () => {
    const full = { ...box, left: 0, right: 1280 };
    expect(placeCard(wide, full, [{ ...text, left: 10, right: 1270 }], [post], card)).toMatchObject({ top: 308 });
  });

  it("is above a box at the foot of the page", () => {
    const foot = { left: 0, right: 1280, top: 600, bottom: 790 };
    const spot = placeCard(wide, foot, [foot], [], card);
    expect(taken(spot).bottom).toBeLessThanOrEqual(592);
  });

  it("covers neither text nor button on a screen 320 pixels wide, and scrolls inside", () => {
    const narrow = { width: 320, height: 640 };
    const small = { left: 0, top: 60, right: 320, bottom: 300 };
    const size = { width: 304, height: 900 };
    const spot = placeCard(narrow, small, [small], [{ left: 240, top: 250, right: 310, bottom: 290 }], size);
    expect(clip(taken(spot, size), small)).toBeUndefined();
    expect(spot.room).toBe(324);
  });

  it("stays in view and leaves the button free where the box fills the screen", () => {
    const all = { left: 0, top: 0, right: 320, bottom: 256 };
    const button = { left: 230, top: 210, right: 310, bottom: 250 };
    const spot = placeCard({ width: 320, height: 256 }, all, [], [button], { width: 304, height: 190 });
    const place = taken(spot, { width: 304, height: 190 });
    expect(place.left).toBeGreaterThanOrEqual(0);
    expect(place.bottom).toBeLessThanOrEqual(256);
    expect(clip(place, button)).toBeUndefined();
  });
});
