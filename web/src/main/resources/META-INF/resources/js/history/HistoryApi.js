// @ts-check
import { JsonCalls } from '../api/JsonCalls.js';

/** @typedef {import('../api/types.js').Bounds} Bounds */

/** The history over HTTP. */
export class HistoryApi {
  constructor() {
    this._calls = new JsonCalls();
  }

  /** Who is signed in. */
  async session() {
    return this._calls.session();
  }

  /** @param {string} id as in `communes.17` */
  async timeline(id) {
    return this._calls.send('GET', `/api/history/${path(id)}`);
  }

  /** @param {string} id @param {number} from 0: before it was there @param {number} to */
  async difference(id, from, to) {
    return this._calls.send('GET', `/api/history/${path(id)}/difference?${query({ from, to })}`);
  }

  /** @param {string} layer @param {Bounds | null} bbox */
  async ofArea(layer, bbox) {
    return this._calls.send('GET', `/api/history?${query({ layer, bbox: bbox?.join(',') })}`);
  }

  /** @param {string} who */
  async ofPerson(who) {
    return this._calls.send('GET', `/api/history?${query({ author: who })}`);
  }

  /** @param {string} layer @param {string} text @param {Bounds | null} bbox */
  async deleted(layer, text, bbox) {
    return this._calls.send('GET', `/api/history/${layer}/deleted?${query({ q: text, bbox: bbox?.join(',') })}`);
  }

  /** @param {string} layer @param {string} moment @param {string} asOf @param {Bounds} bbox */
  async featuresAt(layer, moment, asOf, bbox) {
    return this._calls.send('GET', `/api/history/${layer}/at/${moment}.geojson?${query({ 'as-of': asOf, bbox: bbox.join(',') })}`);
  }

  /** Where the tiles of an earlier map are. @param {string} moment */
  tilesAt(moment) {
    return `/api/history/at/${encodeURIComponent(moment)}`;
  }

  /** @param {string} id @param {number} version @param {string} message @returns {Promise<{id: string}>} the draft that restores it */
  async restore(id, version, message) {
    return this._calls.send('POST', `/api/history/${path(id)}/restore`, { version, message });
  }
}

/** @param {string} id */
function path(id) {
  const dot = id.lastIndexOf('.');
  return `${id.slice(0, dot)}/${id.slice(dot + 1)}`;
}

/** @param {Record<string, string | number | null | undefined>} values without what is empty */
function query(values) {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') {
      parts.set(name, String(value));
    }
  }
  return parts;
}
