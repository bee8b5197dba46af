// @ts-check
import { Problem } from '../../api/Problem.js';

/** @typedef {import('../types.js').Import} Import */

/**
 * A page of another site cannot send these headers unasked, and the server answers no such question. Whoever has signed in also
 * sends the token of the session, once that is known.
 *
 * @type {Record<string, string>}
 */
export const OWN_HEADERS = { 'X-Ruralmap': 'import' };

/** Imports and changesets over HTTP. Every failure is a {@link Problem}, but for an AbortError of the given signal. */
export class ImportsApi {
  /** @returns {Promise<import('../types.js').Overview>} */
  async overview() {
    const session = await this._ask('GET', '/api/session');
    if (session.csrf) {
      OWN_HEADERS['X-CSRF-Token'] = session.csrf;
    }
    return this._ask('GET', '/api/imports');
  }

  /** @param {string} layer @returns {Promise<Import>} */
  create(layer) {
    return this._ask('POST', '/api/imports', { body: { layer } });
  }

  /** @param {string} id @returns {Promise<Import>} */
  get(id) {
    return this._ask('GET', this._at(id));
  }

  /**
   * Answers when something changed, or after a while.
   *
   * @param {string} id @param {number} since version @param {AbortSignal} signal @returns {Promise<Import>}
   */
  wait(id, since, signal) {
    return this._ask('GET', `${this._at(id)}?wait=20&since=${since}`, { signal });
  }

  /** @param {string} id @param {import('../types.js').Options} options @returns {Promise<Import>} */
  plan(id, options) {
    return this._ask('POST', `${this._at(id)}/plan`, { body: options });
  }

  /** @param {string} id @returns {Promise<Import>} */
  publish(id) {
    return this._ask('POST', `${this._at(id)}/publish`);
  }

  /** @param {string} id @returns {Promise<Import>} */
  cancel(id) {
    return this._ask('POST', `${this._at(id)}/cancel`);
  }

  /** @param {string} id @returns {Promise<void>} */
  delete(id) {
    return this._ask('DELETE', this._at(id));
  }

  /** @param {string} id @param {string} name @returns {Promise<void>} */
  deleteFile(id, name) {
    return this._ask('DELETE', this.fileUrl(id, name));
  }

  /** @param {string} id @returns {Promise<import('../types.js').Preview>} */
  preview(id) {
    return this._ask('GET', `${this._at(id)}/preview?rows=50`);
  }

  /** @param {string} id @returns {Promise<import('../types.js').ChangeMap>} */
  map(id) {
    return this._ask('GET', `${this._at(id)}/map`);
  }

  /** @returns {Promise<import('../types.js').Changeset[]>} newest first */
  async changesets() {
    const answer = await this._ask('GET', '/api/changesets?limit=50');
    return answer.changesets ?? [];
  }

  /** @param {number} changeset @returns {Promise<import('../types.js').Changeset>} the one that undoes it */
  revert(changeset) {
    return this._ask('POST', `/api/changesets/${changeset}/revert`);
  }

  /** @param {string} id @param {string} name @returns {string} */
  fileUrl(id, name) {
    return `${this._at(id)}/files/${encodeURIComponent(name)}`;
  }

  /** @param {string} id @param {'json' | 'csv' | 'geojson' | 'txt'} format @returns {string} */
  reportUrl(id, format) {
    return `${this._at(id)}/report.${format}`;
  }

  /** @param {string} id */
  _at(id) {
    return `/api/imports/${encodeURIComponent(id)}`;
  }

  /**
   * @param {string} method @param {string} path @param {{body?: unknown, signal?: AbortSignal}} [what]
   * @returns {Promise<any>}
   */
  async _ask(method, path, { body, signal } = {}) {
    /** @type {Record<string, string>} */
    const headers = { Accept: 'application/json', ...OWN_HEADERS };
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    let response;
    let text;
    try {
      response = await fetch(path, { method, headers, signal, body: body === undefined ? null : JSON.stringify(body) });
      text = await response.text();
    } catch {
      signal?.throwIfAborted();
      throw Problem.lost();
    }
    if (!response.ok) {
      throw Problem.of(response.status, text);
    }
    return text ? JSON.parse(text) : undefined;
  }
}
