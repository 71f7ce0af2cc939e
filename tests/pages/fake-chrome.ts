/** The little of `chrome.*` and of the browser that settings and the background use, in memory. */

type Changed = (changes: Record<string, chrome.storage.StorageChange>, area: string) => void;

export interface FakeChrome {
  /** What `storage.local` holds. */
  stored: Record<string, unknown>;
  /** Makes each following write fail with this message. */
  failWrites(message: string | undefined): void;
  /** Makes each following read fail. */
  failReads(fail: boolean): void;
}

export function installFakeChrome(stored: Record<string, unknown> = {}): FakeChrome {
  const listeners = new Set<Changed>();
  let writeError: string | undefined;
  let readError = false;
  const fake: FakeChrome = {
    stored,
    failWrites: (message) => {
      writeError = message;
    },
    failReads: (fail) => {
      readError = fail;
    },
  };

  async function get(key: string): Promise<Record<string, unknown>> {
    if (readError) throw new Error("IO error: corruption");
    return key in stored ? { [key]: structuredClone(stored[key]) } : {};
  }
  async function set(items: Record<string, unknown>): Promise<void> {
    if (writeError !== undefined) throw new Error(writeError);
    const changes: Record<string, chrome.storage.StorageChange> = {};
    for (const [key, newValue] of Object.entries(structuredClone(items))) {
      changes[key] = { oldValue: stored[key], newValue };
      stored[key] = newValue;
    }
    for (const listener of listeners) listener(changes, "local");
  }

  const chromeLike = {
    runtime: { id: "lozenge-id" },
    storage: {
      local: { get, set },
      onChanged: {
        addListener: (listener: Changed) => listeners.add(listener),
        removeListener: (listener: Changed) => listeners.delete(listener),
      },
    },
  };
  const locks = { request: inTurn() };
  Object.defineProperty(globalThis, "chrome", { value: chromeLike, configurable: true, writable: true });
  Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
  return fake;
}

/** One at a time, in the order of asking. */
function inTurn(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (_name, work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
