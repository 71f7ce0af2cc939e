import type { Attachment } from "../../shared/records";

/** The pictures and films that wait in a preview. `alt` is absent where the page does not say it. */
export function previewsIn(preview: Element): Attachment[] {
  const found: Attachment[] = [];
  for (const media of preview.querySelectorAll("img, video")) {
    if (media instanceof HTMLVideoElement) {
      found.push({ kind: "video", captions: media.querySelector("track") ? "yes" : "unknown" });
    } else {
      const alt = media.getAttribute("alt");
      found.push({ kind: "image", ...(alt === null ? {} : { alt }) });
    }
  }
  return found;
}
