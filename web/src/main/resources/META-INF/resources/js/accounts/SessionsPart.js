// @ts-check
import { el } from '../dom/el.js';
import { button } from './fields.js';

/** Where I am signed in. */
export class SessionsPart {
  /** @param {HTMLElement} root @param {import('./fields.js').Shared} shared */
  constructor(root, shared) {
    this._root = root;
    this._shared = shared;
    /** @type {{session: {id: string, seen: string, address: string, browser: string}, current: boolean}[]} */
    this._sessions = [];
  }

  async load() {
    this._sessions = (await this._shared.api.ask('GET', '/api/sessions')).sessions;
  }

  draw() {
    const { i18n } = this._shared;
    this._root.replaceChildren(el('ul', { class: 'rows' }, ...this._sessions.map(({ session, current }) => el('li', {},
      el('span', { class: 'grows' },
        current ? el('strong', {}, `${i18n.t('sessions.here')}: `) : null,
        i18n.t('sessions.seen', { when: i18n.instant(session.seen), address: session.address }),
        el('br'), el('span', { class: 'quiet' }, session.browser)),
      current ? null : button(i18n.t('sessions.end'), () => this._end(session.id))))));
  }

  /** @param {string} id */
  _end(id) {
    return this._shared.attempt(async () => {
      await this._shared.api.ask('DELETE', `/api/sessions/${id}`);
      await this.load();
      this.draw();
    });
  }
}
