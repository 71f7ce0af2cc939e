import type { LogoPicture } from "../../../extension/content/pictures/album";

/** A picture with a sign in it; drawn when it is asked for, since the table of states is read outside of browsers too. */
export function photo(width = 1600, height = 1200): LogoPicture {
  const corner = (x: number, y: number): [number, number] => [(x / 1600) * width, (y / 1200) * height];
  return {
    id: 1,
    width,
    height,
    quad: [corner(1080, 130), corner(1420, 100), corner(1430, 236), corner(1090, 266)],
    get thumbnail() {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [400, 300];
      const context = canvas.getContext("2d");
      if (context === null) return canvas;
      context.scale(0.25, 0.25);
      const fill = (colour: string, ...box: [number, number, number, number]) => {
        context.fillStyle = colour;
        context.fillRect(...box);
      };
      fill("#cfe3ea", 0, 0, 1600, 760);
      fill("#7c8f5a", 0, 760, 1600, 440);
      fill("#b79a7c", 700, 60, 860, 760);
      fill("#4f6d8a", 800, 330, 220, 220);
      fill("#4f6d8a", 1180, 330, 220, 220);
      context.rotate(-0.088);
      fill("#005eb8", 1064, 225, 341, 136);
      return canvas;
    },
  };
}
