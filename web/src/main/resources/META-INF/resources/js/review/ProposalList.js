// @ts-check
import { byId, el } from '../dom/el.js';

const STATES = ['submitted', 'approved', 'draft', 'returned', 'withdrawn', 'published', 'reverted', 'discarded'];

/** The proposals there are, of one state or of all. */
export class ProposalList {
  /** @param {import('./i18n/ReviewI18n.js').ReviewI18n} i18n @param {{onState: () => void, onChoose: (id: string) => void}} listeners */
  constructor(i18n, listeners) {
    this._i18n = i18n;
    this._listeners = listeners;
    this._select = /** @type {HTMLSelectElement} */ (byId('state'));
    this._select.addEventListener('change', () => listeners.onState());
    /** @type {any[]} */
    this._proposals = [];
    /** @type {string | null} */
    this._chosen = null;
  }

  get state() {
    return this._select.value;
  }

  useLanguage() {
    const before = this._select.value;
    this._select.replaceChildren(
      el('option', { value: '' }, this._i18n.t('list.all')),
      ...STATES.map((state) => el('option', { value: state }, this._i18n.t(`state.${state}`))));
    this._select.value = before;
    this.show(this._proposals, this._chosen);
  }

  /** @param {any[]} proposals @param {string | null} chosen */
  show(proposals, chosen) {
    this._proposals = proposals;
    this._chosen = chosen;
    byId('none').hidden = proposals.length > 0;
    byId('proposals').replaceChildren(...proposals.map((proposal) => el('li', {},
      el('button', {
        type: 'button', class: 'proposal-button', 'data-testid': 'proposal', 'aria-current': String(proposal.id === chosen), onclick: () => this._listeners.onChoose(proposal.id),
      },
      el('span', { class: 'proposal-title' }, proposal.title),
      el('span', { class: 'state-tag', 'data-state': proposal.state }, this._i18n.t(`state.${proposal.state}`)),
      el('span', { class: 'quiet' }, ` ${proposal.author} · ${this._i18n.instant(proposal.edited)} · ${this._i18n.t('list.edits', { n: proposal.editCount })}`)))));
  }
}
