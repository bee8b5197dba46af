// @ts-check
import { JsonCalls } from '../api/JsonCalls.js';

/** @typedef {import('../api/types.js').Bounds} Bounds */

/**
 * @typedef {{name: string, title: import('../api/types.js').LocalizedText, before?: any, after?: any}} Field before and after: for accounts only
 * @typedef {{changeset: number, who?: string, when?: string, why?: string, source: string, proposal?: string, approvedBy?: string}} Origin
 *   what the public is told of has neither who nor why
 * @typedef {Origin & {version: number, op: 'insert' | 'update' | 'delete' | 'restore', decision: string | null, validFrom: string | null,
 *   validTo: string | null, fields: Field[], shift: any, geometry: any}} Version
 * @typedef {{feature: string, layer: string, name: string, isDeleted: boolean, versions: Version[]}} FeatureTimeline the latest version first
 * @typedef {{from: number, to: number, fields: Field[], shift: any, added: number | null, removed: number | null,
 *   geometry: {before: any, after: any, added: any, removed: any}}} Difference areas in hectares
 * @typedef {{feature: string, name: string, op: string | null, isDeleted: boolean}} Touched
 * @typedef {Origin & {isWhole: boolean, features: Touched[]}} ListedChangeset isWhole: false for large ones, whose features are not listed
 * @typedef {Origin & {feature: string, name: string, version: number, lastVersion: number, geometry: any}} Gone
 */

/** The history over HTTP. */
export class HistoryApi {
  constructor() {
    this._calls = new JsonCalls();
  }

  /** Who is signed in. */
  async session() {
    return this._calls.session();
  }

  /** @param {string} id as in `communes.17` @returns {Promise<FeatureTimeline>} */
  async timeline(id) {
    return this._calls.send('GET', `/api/history/${path(id)}`);
  }

  /** @param {string} id @param {number} from 0: before it was there @param {number} to @returns {Promise<Difference>} */
  async difference(id, from, to) {
    return this._calls.send('GET', `/api/history/${path(id)}/difference?${query({ from, to })}`);
  }

  /** @param {string} layer @param {Bounds | null} bbox @returns {Promise<{changesets: ListedChangeset[]}>} */
  async ofArea(layer, bbox) {
    return this._calls.send('GET', `/api/history?${query({ layer, bbox: bbox?.join(',') })}`);
  }

  /** @param {string} who @returns {Promise<{changesets: ListedChangeset[]}>} */
  async ofPerson(who) {
    return this._calls.send('GET', `/api/history?${query({ author: who })}`);
  }

  /** @param {string} layer @param {string} text @param {Bounds | null} bbox @returns {Promise<{isWhole: boolean, features: Gone[]}>} */
  async deleted(layer, text, bbox) {
    return this._calls.send('GET', `/api/history/${layer}/deleted?${query({ q: text, bbox: bbox?.join(',') })}`);
  }

  /**
   * @param {string} layer @param {string} moment @param {string} asOf @param {Bounds} bbox
   * @returns {Promise<{features: {id: number, title: string}[]}>}
   */
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
