import type { ShownAttachment } from "./site";

/** The pictures and films that wait in a preview. */
export function previewsIn(preview: Element): ShownAttachment[] {
  return [...preview.querySelectorAll("img, video")].flatMap(mediaOf);
}

/** What an element shows; nothing where it is neither picture nor film. `alt` is absent where the page does not say it. */
export function mediaOf(element: Element): ShownAttachment[] {
  if (element instanceof HTMLVideoElement) {
    // A film of the author's own comes as it is: what captions it has would be tracks of it.
    const bare = isOwn(element) ? "no" : "unknown";
    return [{ kind: "video", captions: element.textTracks.length > 0 ? "yes" : bare, shownBy: element }];
  }
  if (!(element instanceof HTMLImageElement)) return [];
  const alt = element.getAttribute("alt");
  return [{ kind: "image", ...(alt !== null && { alt }), ...(isOwn(element) && { own_file: true }), shownBy: element }];
}

/** Pages show a file that was just given to them by such an address. */
function isOwn({ currentSrc, src }: HTMLImageElement | HTMLVideoElement): boolean {
  return (currentSrc || src).startsWith("blob:");
}
