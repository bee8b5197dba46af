// @ts-check

/** A folder of an office may hold a whole disk by mistake. */
const MOST_FILES = 500;

/**
 * The files of a drop, also those in folders.
 *
 * @param {DataTransfer} transfer @returns {Promise<File[]>}
 */
export async function droppedFiles(transfer) {
  // Before anything is awaited: afterwards the browser has emptied the drop.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null);
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) {
    return plain;
  }
  /** @type {File[]} */
  const found = [];
  for (const entry of entries) {
    await collect(/** @type {FileSystemEntry} */ (entry), found);
  }
  return found;
}

/** @param {FileSystemEntry} entry @param {File[]} found */
async function collect(entry, found) {
  if (found.length >= MOST_FILES || entry.name.startsWith('.')) {
    return;
  }
  if (entry.isFile) {
    found.push(await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject)));
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (let batch = await read(reader); batch.length > 0; batch = await read(reader)) {
    for (const child of batch) {
      await collect(child, found);
    }
  }
}

/** @param {FileSystemDirectoryReader} reader @returns {Promise<FileSystemEntry[]>} some; none: that was all */
function read(reader) {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
