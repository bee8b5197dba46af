// @ts-check
import { JsonCalls } from '../../api/JsonCalls.js';

/** @typedef {import('../../api/JsonCalls.js').Session} Session */
/** @typedef {{op: 'insert' | 'update' | 'delete' | 'restore', layer: string, fid: number | null, version: number | null, properties?: Record<string, unknown>, geometry?: import('geojson').Geometry}} Edit */
/** @typedef {{title: string, message: string, decision: string, validFrom: string | null, edits: Edit[]}} Proposal */
/** @typedef {{id: number | string, version: number, state: string, conflicts?: unknown[]}} Saved conflicts: with what others published meanwhile */
/** @typedef {Saved & {title: string, message: string, decision: string | null, validFrom: string | null, lastEditor: string, edited: string, editCount: number, layers: string[], stateText: import('../../api/types.js').LocalizedText, allowed: string[]}} Head */
/** @typedef {Head & {edits: Edit[], transitions?: {action: string, who: string, comment: string | null}[]}} Whole */
/** @typedef {{code: string, severity: 'error' | 'warning', layer: string, features: string[], place: any, size?: number, text: import('../../api/types.js').LocalizedText}} Finding */

/** The server's side of a proposal; nothing else in the editor knows its addresses. */
export class ProposalsApi {
  constructor() {
    this._calls = new JsonCalls();
  }

  /** @returns {Promise<Session>} also where the server cannot be asked */
  async session() {
    try {
      const session = await this._calls.session();
      return session.signedIn ? session : { signedIn: false };
    } catch {
      return { signedIn: false };
    }
  }

  /** @param {Proposal} proposal @param {string} key the same for a repeated attempt @returns {Promise<Saved>} */
  async create(proposal, key) {
    return this._calls.send('POST', '/api/proposals', proposal, { 'Idempotency-Key': key });
  }

  /** @param {Saved} saved what it is based on @param {Proposal} proposal @returns {Promise<Saved>} */
  async replace({ id, version }, proposal) {
    return this._calls.send('PUT', `/api/proposals/${id}`, proposal, { 'If-Match': `"${version}"` });
  }

  /** @param {Edit[]} edits @returns {Promise<Finding[]>} */
  async check(edits) {
    return (await this._calls.send('POST', '/api/proposals/check', { edits })).findings ?? [];
  }

  /** @param {Saved} saved @param {string} comment @returns {Promise<Saved>} */
  async submit({ id, version }, comment) {
    return this._calls.send('POST', `/api/proposals/${id}/submit`, { comment }, { 'If-Match': `"${version}"` });
  }

  /** @returns {Promise<Head[]>} own proposals, the last touched first */
  async listOwn() {
    return (await this._calls.send('GET', '/api/proposals?mine=true')).proposals;
  }

  /** @param {Saved['id']} id @returns {Promise<Whole>} */
  async get(id) {
    return this._calls.send('GET', `/api/proposals/${id}`);
  }

  /** @param {Saved} saved */
  async discard({ id, version }) {
    return this._calls.send('DELETE', `/api/proposals/${id}`, undefined, { 'If-Match': `"${version}"` });
  }

  /** Takes a submitted proposal back. @param {Saved} saved @returns {Promise<Saved>} */
  async withdraw({ id, version }) {
    return this._calls.send('POST', `/api/proposals/${id}/withdraw`, {}, { 'If-Match': `"${version}"` });
  }

  /** @param {string} layer @param {number} fid @returns {Promise<import('geojson').Feature | null>} null: it is not in force, or no more */
  async feature(layer, fid) {
    try {
      return await this._calls.send('GET', `/ogc/collections/${layer}/items/${fid}?f=json`);
    } catch (error) {
      if (/** @type {any} */ (error)?.status === 404) {
        return null;
      }
      throw error;
    }
  }

  /**
   * @param {import('../presence/Presence.js').Work} work @param {string} editor tells windows apart @param {boolean} [isLast] the page is being left
   * @returns {Promise<import('../presence/Presence.js').Other[]>}
   */
  async tellPresence(work, editor, isLast = false) {
    return (await this._calls.send('PUT', '/api/presence', { ...work, editor }, {}, isLast)).others;
  }

  /** @param {string} crs @param {{x: number, y: number}} place x northward, y eastward @returns {Promise<{lon: number, lat: number}>} */
  async toDegrees(crs, { x, y }) {
    return this._calls.send('GET', `/api/coordinates?crs=${encodeURIComponent(crs)}&x=${x}&y=${y}`);
  }

  /** @param {string} crs @param {[lon: number, lat: number]} lonLat @returns {Promise<{x: number, y: number}>} */
  async fromDegrees(crs, [lon, lat]) {
    return this._calls.send('GET', `/api/coordinates?crs=${encodeURIComponent(crs)}&lon=${lon}&lat=${lat}`);
  }

  /** @returns {Promise<{crs: string, name: string, meridian: number}[]>} */
  async systems() {
    return (await this._calls.send('GET', '/api/coordinates/systems')).systems;
  }
}
