/**
 * What a replica has published, taken from the editor's own state and never from the DOM.
 * Tests read `window.__posted`; people see the same in the timeline.
 */
export interface Posted {
  surface: string;
  /** The text that went out; absent where `parts` or `fields` say it. */
  text?: string;
  /** A thread, part by part. */
  parts?: string[];
  /** A form, field by field. */
  fields?: Record<string, string>;
  /** The choices of a poll. */
  options?: string[];
  /** Names of the files that went with it. */
  attachments?: string[];
  /** Milliseconds since the epoch. */
  at: number;
  /** Whether a person's gesture (and not a script) published it. */
  trusted: boolean;
}

declare global {
  interface Window {
    __posted: Posted[];
    /** How many submit gestures the site saw, heeded or not. */
    __submits: number;
  }
}

type Listener = (all: readonly Posted[]) => void;
const listeners = new Set<Listener>();

window.__posted = [];
window.__submits = 0;

export function publish(post: Omit<Posted, "at">): void {
  window.__posted.push({ ...post, at: Date.now() });
  // The feed may be drawn in a frame of the same site: the page's own list has it all the same.
  if (window.parent !== window) window.parent.__posted.push({ ...post, at: Date.now() });
  for (const listener of listeners) listener([...window.__posted]);
}

export function onPosted(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
