// @ts-check

const NAME = 'ruralmap-drafts';
const TABLE = 'drafts';

/** @typedef {import('./draft.js').Draft} Draft */

/** Drafts on this device: in IndexedDB, or where a browser forbids it in localStorage, or at least until the page is left. */
export class DraftStore {
  constructor() {
    /** @type {Promise<IDBDatabase | null>} */
    this._database = open();
    /** @type {Map<string, string>} */
    this._memory = new Map();
  }

  /** @returns {Promise<Draft[]>} the latest first */
  async list() {
    const database = await this._database;
    const all = database ? await ask(database, 'readonly', (table) => table.getAll()) : this._texts().map((text) => JSON.parse(text));
    return all.sort((/** @type {Draft} */ a, /** @type {Draft} */ b) => (a.changedAt < b.changedAt ? 1 : -1));
  }

  /** @param {Draft} draft */
  async put(draft) {
    const database = await this._database;
    if (database) {
      await ask(database, 'readwrite', (table) => table.put(draft));
      return;
    }
    const text = JSON.stringify(draft);
    this._memory.set(draft.id, text);
    try {
      localStorage.setItem(`${NAME}.${draft.id}`, text);
    } catch {
      // Full or forbidden: the draft stays in memory, and can be saved on the server.
    }
  }

  /** @param {string} id */
  async remove(id) {
    const database = await this._database;
    if (database) {
      await ask(database, 'readwrite', (table) => table.delete(id));
    }
    this._memory.delete(id);
    try {
      localStorage.removeItem(`${NAME}.${id}`);
    } catch {
      // nothing was kept there
    }
  }

  /** @returns {string[]} */
  _texts() {
    const texts = new Map(this._memory);
    try {
      for (let i = 0; i < localStorage.length; i += 1) {
        const key = localStorage.key(i) ?? '';
        if (key.startsWith(`${NAME}.`)) {
          texts.set(key.slice(NAME.length + 1), localStorage.getItem(key) ?? '');
        }
      }
    } catch {
      // forbidden
    }
    return [...texts.values()].filter(Boolean);
  }
}

/** @returns {Promise<IDBDatabase | null>} */
function open() {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/**
 * @param {IDBDatabase} database @param {IDBTransactionMode} mode @param {(table: IDBObjectStore) => IDBRequest} run
 * @returns {Promise<any>}
 */
function ask(database, mode, run) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TABLE, mode, { durability: 'strict' });
    const request = run(transaction.objectStore(TABLE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
