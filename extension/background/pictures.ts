import type { CheckerModule } from "../shared/checker-module";
import type { PictureReply, PictureRequest } from "../shared/messages";

/**
 * Judges pictures for all pages, away from the threads that draw them. Nothing of a picture outlives its answer.
 */
export async function judgePicture(
  { data }: PictureRequest,
  load: () => Promise<Pick<CheckerModule, "find_logo">>,
): Promise<PictureReply> {
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0);
    bitmap.close();
    const pixels = context?.getImageData(0, 0, width, height).data;
    if (pixels === undefined) return { type: "failed" };
    const { find_logo } = await load();
    const { outcome, score, quad } = find_logo(pixels, width, height);
    return { type: "verdict", width, verdict: { outcome, score, ...(quad && { quad }) } };
  } catch {
    return { type: "failed" };
  }
}
