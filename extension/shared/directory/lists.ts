/**
 * Lists of colleagues, in the compact form that the checker reads, kept in the extension's own IndexedDB: content
 * scripts cannot open it, no change of it is told to every page, and it has room for the largest.
 *
 * Settings name the lists that are in force; a list that they do not name is on its way in or out.
 */

const DATABASE = "lozenge";
const STORE = "lists";

/** Whose list it is; its name begins with this. */
export type Owner = "author" | "managed";

/** Where lists are kept. */
export interface Lists {
  /** Keeps a list and tells its name. Rejects where there is no room; what was kept before stays. */
  keep(owner: Owner, list: Uint8Array): Promise<string>;
  /** Forgets an owner's lists but the one named. */
  drop(owner: Owner, but?: string): Promise<void>;
}

export const LISTS: Lists = {
  async keep(owner, list) {
    const name = `${owner}:${crypto.randomUUID()}`;
    await inStore("readwrite", (store) => store.put(list, name));
    return name;
  },
  async drop(owner, but) {
    const names = await inStore("readonly", (store) => store.getAllKeys());
    const old = names.filter((name) => String(name).startsWith(owner) && name !== but);
    for (const name of old) await inStore("readwrite", (store) => store.delete(name));
  },
};

/** The lists of these names. One that the browser lost is left out: whoever shows lists says so. */
export async function readLists(names: readonly string[]): Promise<Uint8Array[]> {
  if (names.length === 0) return [];
  const found = await Promise.all(names.map((name) => inStore<unknown>("readonly", (store) => store.get(name))));
  return found.filter((list): list is Uint8Array => list instanceof Uint8Array);
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}
