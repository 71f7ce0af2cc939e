/** Whether the site heeds a submit gesture, and whether a person made it. */
import { switches } from "./switches";

export interface Gesture {
  heeded: boolean;
  trusted: boolean;
}

export function gesture(event: Event): Gesture {
  window.__submits += 1;
  return { heeded: event.isTrusted || !switches.ignoresUntrusted, trusted: event.isTrusted };
}
