/** Pictures where the author gives them, seen before the site sees them: many sites empty the input at once. */

/** `input` too: out of a shadow root only that one is heard. */
const GIVING = ["input", "change", "drop", "paste"] as const;

/** Calls `onFiles` once for each gesture that brings pictures. */
export function watchFiles(onFiles: (files: File[], event: Event) => void, signal: AbortSignal): void {
  const known = new WeakSet<File>();

  function heard(event: Event): void {
    // One choice makes an input say both `input` and `change`.
    const files = filesOf(event).filter((file) => file.type.startsWith("image/") && !known.has(file));
    for (const file of files) known.add(file);
    if (files.length > 0) onFiles(files, event);
  }

  for (const type of GIVING) addEventListener(type, heard, { capture: true, passive: true, signal });
}

function filesOf(event: Event): File[] {
  if (event instanceof DragEvent) return [...(event.dataTransfer?.files ?? [])];
  if (event instanceof ClipboardEvent) {
    const { clipboardData } = event;
    // Office programs put a picture of the text beside the text; sites take the text.
    return clipboardData?.types.includes("text/plain") ? [] : [...(clipboardData?.files ?? [])];
  }
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement && target.type === "file" ? [...(target.files ?? [])] : [];
}
