/** Takes a picture in: its size, a small copy for the checker, and a smaller one for the card. The picture itself is never kept. */
import { MOST_PIXELS, type Size, within } from "../../shared/size";

/** What the card shows, twice as fine as a plain screen. */
const THUMBNAIL_PIXELS = 200_000;
/** A file up to this size goes as it is, to be shrunk away from the page: encoding it anew would hold the page longer than sending it. */
const LARGEST_FILE = 8_000_000;
/** The side of the miniature by which a preview is told to show a given file. */
const PRINT = 16;
/** What readers see behind most that is transparent. */
const WHITE = "#fff";

export type Source = Blob | HTMLImageElement | HTMLVideoElement;

export interface Look {
  /** The whole picture's. */
  size: Size;
  thumbnail: ImageBitmap;
  print: Uint8ClampedArray;
  /** The picture for the checker: an encoded file in base64. */
  encode(): Promise<string>;
}

/** Rejects where the browser cannot decode the picture or the page may not read it. All decoding happens off the page's thread. */
export async function lookAt(source: Source): Promise<Look> {
  const whole = source instanceof Blob ? await createImageBitmap(source) : source;
  const size = sizeOf(whole);
  const sent = source instanceof Blob && source.size <= LARGEST_FILE ? source : await shrunk(whole, size, MOST_PIXELS);
  const thumbnail = await shrunk(sent instanceof Blob ? whole : sent, size, THUMBNAIL_PIXELS);
  if (whole instanceof ImageBitmap) whole.close();
  const miniature = await createImageBitmap(thumbnail, sized({ width: PRINT, height: PRINT }));
  return {
    size,
    thumbnail,
    print: pixels(drawn(miniature, WHITE)),
    async encode() {
      if (sent instanceof Blob) return base64(sent);
      // White ink on nothing would be lost on white: the checker chooses what it lies on.
      if (pixels(drawn(miniature)).some((part, at) => at % 4 === 3 && part < 255)) {
        return base64(await drawn(sent).canvas.convertToBlob({ type: "image/png" }));
      }
      // At this quality colours keep their full resolution, which a small logo needs; WebP halves it and takes three times as long.
      return base64(await drawn(sent, WHITE).canvas.convertToBlob({ type: "image/jpeg", quality: 1 }));
    },
  };
}

/** When what an element shows can be looked at, as far as that can be known. */
export async function ready(element: HTMLImageElement | HTMLVideoElement): Promise<void> {
  if (element instanceof HTMLImageElement) await element.decode().catch(() => undefined);
  else if (element.readyState < element.HAVE_CURRENT_DATA)
    await new Promise((resolve) => element.addEventListener("loadeddata", resolve, { once: true }));
}

/** How unlike two miniatures are, 0 to 255. */
export function unlikeness(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

function sizeOf(source: ImageBitmap | HTMLImageElement | HTMLVideoElement): Size {
  if (source instanceof HTMLVideoElement) return { width: source.videoWidth, height: source.videoHeight };
  if (source instanceof HTMLImageElement) return { width: source.naturalWidth, height: source.naturalHeight };
  return { width: source.width, height: source.height };
}

function shrunk(source: ImageBitmapSource, size: Size, area: number): Promise<ImageBitmap> {
  const less = within(size, area);
  return less.width === size.width ? createImageBitmap(source) : createImageBitmap(source, sized(less));
}

function sized({ width, height }: Size): ImageBitmapOptions {
  // "high" samples too sparsely for a picture that becomes much smaller.
  return { resizeWidth: width, resizeHeight: height, resizeQuality: "medium" };
}

/** `under` is the colour that it is laid on, as what is transparent is shown on some colour. */
function drawn(bitmap: ImageBitmap, under?: string): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { willReadFrequently: true });
  if (context === null) throw new TypeError("this browser draws nothing");
  if (under !== undefined) {
    context.fillStyle = under;
    context.fillRect(0, 0, bitmap.width, bitmap.height);
  }
  context.drawImage(bitmap, 0, 0);
  return context;
}

function pixels(context: OffscreenCanvasRenderingContext2D): Uint8ClampedArray {
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height).data;
}

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
