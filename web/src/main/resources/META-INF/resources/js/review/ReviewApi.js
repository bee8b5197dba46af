// @ts-check
import { JsonCalls } from '../api/JsonCalls.js';

/** Proposals over HTTP. */
export class ReviewApi {
  constructor() {
    this._calls = new JsonCalls();
  }

  async session() {
    return this._calls.session();
  }

  /** @param {string} state empty: all that are not discarded */
  async list(state) {
    return this._calls.send('GET', `/api/proposals${state ? `?state=${state}` : ''}`);
  }

  /** @param {string} id */
  async get(id) {
    return this._calls.send('GET', `/api/proposals/${id}`);
  }

  /**
   * @param {string} id @param {string} action @param {number} version that was looked at @param {Record<string, any>} body
   */
  async step(id, action, version, body) {
    return this._calls.send('POST', `/api/proposals/${id}/${action}`, body, { 'If-Match': `"${version}"` });
  }

  /** @param {string} id @param {string} text @param {string | null} feature */
  async comment(id, text, feature) {
    await this._calls.send('POST', `/api/proposals/${id}/comments`, feature ? { text, feature } : { text });
  }
}
