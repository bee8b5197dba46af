// @ts-check
import { el } from '../dom/el.js';

/** Whether news come by mail too; nothing where the operator sends none. */
export class MailPart {
  /** @param {HTMLElement} root @param {import('./fields.js').Shared} shared */
  constructor(root, shared) {
    this._root = root;
    this._shared = shared;
    /** @type {{isOffered: boolean, address: string | null, isWanted: boolean}} */
    this._mail = { isOffered: false, address: null, isWanted: false };
  }

  async load() {
    this._mail = await this._shared.api.ask('GET', '/api/session/mail');
  }

  draw() {
    const { i18n } = this._shared;
    const { isOffered, address, isWanted } = this._mail;
    this._root.hidden = !isOffered;
    const box = el('input', { type: 'checkbox', checked: isWanted, 'data-testid': 'mail-wanted', onchange: () => this._choose(box) });
    this._root.replaceChildren(address
      ? el('label', { class: 'check' }, box, i18n.t('me.mail', { address }))
      : el('p', { class: 'quiet' }, i18n.t('me.noMail')));
  }

  /** @param {HTMLInputElement} box */
  _choose(box) {
    return this._shared.attempt(async () => {
      try {
        this._mail = await this._shared.api.ask('PUT', '/api/session/mail', { isWanted: box.checked });
        this._shared.tell(this._shared.i18n.t(this._mail.isWanted ? 'me.mailOn' : 'me.mailOff'));
      } finally {
        // what the server knows, also after a failure
        box.checked = this._mail.isWanted;
      }
    });
  }
}
