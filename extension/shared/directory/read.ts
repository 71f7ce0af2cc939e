import type { CheckerModule } from "../checker-module";
import type { DirectoryImport } from "../records";

/** A list of colleagues as it was read. */
export interface ReadDirectory {
  /** In the compact form that the checker takes. */
  list: Uint8Array;
  summary: DirectoryImport;
}

/** How much of a file is read, 0 to 1, and how many colleagues are. */
export type Progress = (share: number, people: number) => void;

/** Why a file was not read at all. */
export type Refused = "too-large" | "not-text" | "too-many";

/** Between two pauses so long at most, in milliseconds: a page that waits no longer feels no wait. */
const SLICE = 12;
const ROWS = 500;

/**
 * Reads CSV or plain text, a slice at a time, so that whoever reads stays usable. Rejects with the signal's reason
 * when it is aborted, and with what the reader throws: `refusal` tells what of that an author should know.
 */
export async function readDirectory(
  { DirectoryReader }: Pick<CheckerModule, "DirectoryReader">,
  bytes: Uint8Array,
  signal: AbortSignal,
  progress: Progress = () => undefined,
): Promise<ReadDirectory> {
  const reader = new DirectoryReader(bytes);
  try {
    for (let share = 0; share < 1; ) {
      const end = performance.now() + SLICE;
      while (share < 1 && performance.now() < end) share = reader.read(ROWS);
      progress(share, reader.people);
      await pause();
      signal.throwIfAborted();
    }
    return { list: reader.list(), summary: reader.summary() };
  } finally {
    reader.free();
  }
}

/** Lets whatever else waits go first. A timer would wait whole seconds in a tab that is out of sight. */
function pause(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Why the reader refused a file; `undefined` for an error of any other sort. */
export function refusal(error: unknown): Refused | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return code === "too-large" || code === "not-text" || code === "too-many" ? code : undefined;
}
