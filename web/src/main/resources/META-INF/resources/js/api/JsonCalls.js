// @ts-check
import { Problem } from './Problem.js';

/** @typedef {{signedIn: boolean, hasAccounts?: boolean, name?: string | null, displayName?: string | null, roles?: string[], area?: string[], csrf?: string | null}} Session */

const TIMEOUT_MS = 30_000;

/** JSON to and from the server, as whoever is signed in. Every failure is a {@link Problem}. */
export class JsonCalls {
  /** @param {typeof fetch} [fetcher] */
  constructor(fetcher = (...args) => fetch(...args)) {
    this._fetch = fetcher;
    /** By which the server knows that a page of its own sends a change; null: not asked for yet. @type {string | null} */
    this._csrf = null;
  }

  /** @returns {Promise<Session>} who is signed in */
  async session() {
    return this.use(await this.send('GET', '/api/session'));
  }

  /** @template {Session} S @param {S} session as an answer tells it @returns {S} */
  use(session) {
    this._csrf = session.csrf ?? '';
    return session;
  }

  /**
   * @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers]
   * @param {boolean} [isLast] sent also if the page is left meanwhile
   * @returns {Promise<any>} undefined: the answer is empty
   */
  async send(method, path, body, headers = {}, isLast = false) {
    if (method !== 'GET' && this._csrf === null) {
      await this.session();
    }
    let response;
    let text;
    try {
      response = await this._fetch(path, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(method !== 'GET' && this._csrf ? { 'X-CSRF-Token': this._csrf } : {}),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: 'same-origin',
        keepalive: isLast,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      text = await response.text();
    } catch {
      throw Problem.lost();
    }
    if (!response.ok) {
      throw Problem.of(response.status, text);
    }
    return text ? JSON.parse(text) : undefined;
  }
}
