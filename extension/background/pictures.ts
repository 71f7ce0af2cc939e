import type { CheckerModule } from "../shared/checker-module";
import type { PictureReply, PictureRequest } from "../shared/messages";
import { MOST_PIXELS, within } from "../shared/size";

/**
 * Judges pictures for all pages, away from the threads that draw them. Nothing of a picture outlives its answer.
 */
export async function judgePicture(
  { data }: PictureRequest,
  load: () => Promise<Pick<CheckerModule, "find_logo">>,
): Promise<PictureReply> {
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const whole = await createImageBitmap(new Blob([bytes]));
    const { width, height } = within(whole, MOST_PIXELS);
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    // "high" samples too sparsely for a picture that becomes much smaller.
    const resize: ImageBitmapOptions = { resizeWidth: width, resizeHeight: height, resizeQuality: "medium" };
    const small = width < whole.width ? await createImageBitmap(whole, resize) : whole;
    context?.drawImage(small, 0, 0);
    small.close();
    whole.close();
    const pixels = context?.getImageData(0, 0, width, height).data;
    if (pixels === undefined) return { type: "failed" };
    const { find_logo } = await load();
    const { outcome, score, quad } = find_logo(pixels, width, height);
    return { type: "verdict", width, verdict: { outcome, score, ...(quad && { quad }) } };
  } catch {
    return { type: "failed" };
  }
}
