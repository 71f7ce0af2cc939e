/** The little of `chrome.*` and of the browser that settings and the background use, in memory. */

type Changed = (changes: Record<string, chrome.storage.StorageChange>, area: string) => void;

export interface FakeChrome {
  /** What `storage.local` holds. */
  stored: Record<string, unknown>;
  /** Makes each following write fail with this message. */
  failWrites(message: string | undefined): void;
  /** Makes each following read fail. */
  failReads(fail: boolean): void;
  /** What the organisation's administrators set; an error is what the browser answers with. */
  manage(settings: Record<string, unknown> | Error): void;
}

export function installFakeChrome(stored: Record<string, unknown> = {}): FakeChrome {
  const listeners = new Set<Changed>();
  let writeError: string | undefined;
  let readError = false;
  let managed: Record<string, unknown> | Error = {};
  const fake: FakeChrome = {
    stored,
    manage: (settings) => {
      managed = settings;
    },
    failWrites: (message) => {
      writeError = message;
    },
    failReads: (fail) => {
      readError = fail;
    },
  };

  async function get(keys: string | string[]): Promise<Record<string, unknown>> {
    if (readError) throw new Error("IO error: corruption");
    const there = [keys].flat().filter((key) => key in stored);
    return Object.fromEntries(there.map((key) => [key, structuredClone(stored[key])]));
  }
  async function remove(keys: string | string[]): Promise<void> {
    const changes: Record<string, chrome.storage.StorageChange> = {};
    for (const key of [keys].flat().filter((one) => one in stored)) {
      changes[key] = { oldValue: stored[key] };
      delete stored[key];
    }
    for (const listener of listeners) listener(changes, "local");
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
    runtime: { id: "lozenge-id", getManifest: () => ({ version: "1" }) },
    storage: {
      local: { get, set, remove },
      managed: {
        get: async () => {
          if (managed instanceof Error) throw managed;
          return structuredClone(managed);
        },
      },
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

/** One at a time for each name, in the order of asking. */
function inTurn(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  };
}
