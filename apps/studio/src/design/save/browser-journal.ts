import type { JournalEntry, JournalStore } from "./edit-journal.ts";

const DATABASE = "flowright-design";
const STORE = "unsaved";

let opened: Promise<IDBDatabase> | null = null;

/** The journal of this browser, in IndexedDB: large flows have room, and writing does not hold up the drawing. */
export const browserJournal: JournalStore = {
  async put(key: string, entry: JournalEntry) {
    await done((store) => store.put(entry, key), "readwrite");
  },
  async remove(key: string) {
    await done((store) => store.delete(key), "readwrite");
  },
  async list(prefix: string) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const keys = await done((store) => store.getAllKeys(range), "readonly");
    const values = await done((store) => store.getAll(range), "readonly");
    return new Map(keys.map((key, index): [string, unknown] => [String(key), values[index]]));
  },
};

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function done<T>(ask: (store: IDBObjectStore) => IDBRequest<T>, mode: IDBTransactionMode): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}
