// @ts-check
import { JsonCalls } from '../../api/JsonCalls.js';

/**
 * @typedef {{signedIn: boolean, hasAccounts: boolean, name: string | null, displayName: string | null, roles: string[],
 *   area: string[], csrf: string | null, provider: {vi: string, en: string, path: string} | null}} Session
 * @typedef {{name: string, displayName: string, roles: string[], area: string[], mail: string | null, disabled: boolean,
 *   created: string, password: string | null}} Account
 */

/** Signing in, accounts and the audit log over HTTP. */
export class AccountsApi {
  constructor() {
    this._calls = new JsonCalls();
  }

  /** @returns {Promise<Session>} who I am */
  async session() {
    return /** @type {Session} */ (await this._calls.session());
  }

  /** @param {string} name @param {string} password @returns {Promise<Session>} */
  async signIn(name, password) {
    return this._calls.use(await this.ask('POST', '/api/session', { name, password }));
  }

  /** @param {string} password the old one @param {string} newPassword @returns {Promise<Session>} */
  async changePassword(password, newPassword) {
    return this._calls.use(await this.ask('PUT', '/api/session/password', { password, newPassword }));
  }

  /** @returns {Promise<string | null>} where to go on, to sign out of the province's sign-in too */
  async signOut() {
    return (await this.ask('DELETE', '/api/session'))?.goTo ?? null;
  }

  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  ask(method, path, body) {
    return this._calls.send(method, path, body);
  }
}
