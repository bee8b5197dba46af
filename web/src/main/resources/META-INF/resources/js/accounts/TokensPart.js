// @ts-check
import { el } from '../dom/el.js';
import { button, field, form, secretBox } from './fields.js';

/** What my programs sign in with. */
export class TokensPart {
  /** @param {HTMLElement} root @param {import('./fields.js').Shared} shared */
  constructor(root, shared) {
    this._root = root;
    this._shared = shared;
    /** @type {{id: string, name: string, created: string}[]} */
    this._tokens = [];
    /** @type {string | null} */
    this._secret = null;
  }

  async load() {
    this._tokens = (await this._shared.api.ask('GET', '/api/tokens')).tokens;
  }

  draw() {
    const { i18n } = this._shared;
    const purpose = field(i18n.t('tokens.name'), { required: true, maxlength: '80' });
    this._root.replaceChildren(
      el('p', { class: 'quiet' }, i18n.t('tokens.why')),
      this._tokens.length
        ? el('ul', { class: 'rows' }, ...this._tokens.map((token) => el('li', {},
          el('span', { class: 'grows' }, `${token.name}, ${i18n.instant(token.created)}`),
          button(i18n.t('tokens.revoke'), () => this._revoke(token)))))
        : el('p', {}, i18n.t('tokens.none')),
      ...(this._secret ? [secretBox(i18n.t('tokens.secret'), this._secret)] : []),
      form(() => this._make(purpose.input.value), [
        purpose.field, el('button', { class: 'button', type: 'submit' }, i18n.t('tokens.make'))]));
  }

  /** @param {string} name */
  _make(name) {
    return this._shared.attempt(async () => {
      this._secret = (await this._shared.api.ask('POST', '/api/tokens', { name })).token;
      await this.load();
      this.draw();
    });
  }

  /** @param {{id: string, name: string}} token */
  async _revoke({ id, name }) {
    if (await this._shared.ask(this._shared.i18n.t('tokens.revokeAsk', { name }))) {
      await this._shared.attempt(async () => {
        await this._shared.api.ask('DELETE', `/api/tokens/${id}`);
        this._secret = null;
        await this.load();
        this.draw();
      });
    }
  }
}
