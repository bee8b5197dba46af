// @ts-check
import { el } from '../dom/el.js';
import { button } from './fields.js';

/** Who did or tried what, the latest first. */
export class AuditPart {
  /** @param {HTMLElement} root @param {import('./fields.js').Shared} shared */
  constructor(root, shared) {
    this._root = root;
    this._shared = shared;
    /** @type {{number: number, time: string, actor: string, action: string, subject: string | null, isRefused: boolean, address: string}[]} */
    this._entries = [];
    /** @type {number | null} */
    this._next = null;
  }

  async load() {
    const page = await this._shared.api.ask('GET', `/api/audit?limit=30${this._next ? `&before=${this._next}` : ''}`);
    this._entries.push(...page.entries);
    this._next = page.next;
  }

  draw() {
    const { i18n } = this._shared;
    const head = /** @type {const} */ (['audit.time', 'audit.actor', 'audit.action', 'audit.subject', 'audit.address']);
    this._root.replaceChildren(
      el('div', { class: 'scrolls', tabindex: '0', role: 'region', 'aria-labelledby': 'heading-audit' }, el('table', {},
        el('thead', {}, el('tr', {}, ...head.map((key) => el('th', { scope: 'col' }, i18n.t(key))))),
        el('tbody', {}, ...this._entries.map((entry) => el('tr', {},
          el('td', {}, i18n.instant(entry.time)),
          el('td', {}, entry.actor),
          el('td', {}, entry.action, entry.isRefused ? el('strong', {}, ` ${i18n.t('audit.refused')}`) : null),
          el('td', {}, entry.subject ?? ''),
          el('td', {}, entry.address)))))),
      el('p', { class: 'actions' },
        this._next ? button(i18n.t('audit.more'), () => this._more()) : null,
        el('a', { class: 'button', href: '/api/audit.csv', download: 'audit.csv' }, i18n.t('audit.csv'))));
  }

  _more() {
    return this._shared.attempt(async () => {
      await this.load();
      this.draw();
    });
  }
}
