import type { ToBackground } from "./messages";

/** Whether an error says that this script's extension was updated or removed under it. */
export function isStale(error: unknown): boolean {
  return !contextStands() || (error instanceof Error && error.message.includes("Extension context invalidated"));
}

/** Whether the extension that this script belongs to is still there. */
export function contextStands(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Sends one message to the background, waking it if it was put to sleep.
 *
 * "stale" means that nothing will ever answer from here again; every other failure is passing and harmless,
 * since no message carries anything that is not sent anew with the next change.
 */
export async function send(message: ToBackground): Promise<"sent" | "lost" | "stale"> {
  try {
    await chrome.runtime.sendMessage(message);
    return "sent";
  } catch (error) {
    return isStale(error) ? "stale" : "lost";
  }
}
