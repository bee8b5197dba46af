// @ts-check
import { byId, el } from '../../dom/el.js';
import { ConfirmDialog } from '../../imports/dom/ConfirmDialog.js';

/** @typedef {import('../drafts/draft.js').Draft} Draft */

/** Drafts that were left on this device, to go on with or to throw away. */
export class DraftsSection {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this._heading = el('h3', { id: 'editor-drafts' });
    this._list = el('ul', { class: 'editor-drafts', 'data-testid': 'drafts' });
    this.root = el('section', { class: 'editor-section', 'aria-labelledby': 'editor-drafts', hidden: true }, this._heading, this._list);
  }

  async draw() {
    const { i18n, drafts, workspace } = this._bench;
    const all = (await drafts.list()).filter(({ id }) => id !== workspace.draft.id);
    this.root.hidden = all.length === 0;
    this._heading.textContent = i18n.t('draft.list');
    this._list.replaceChildren(...all.map((draft) => this._row(draft)));
  }

  /** @param {Draft} draft */
  _row(draft) {
    const { i18n } = this._bench;
    const title = draft.words.title || i18n.t('draft.untitled');
    return el('li', { 'data-testid': 'draft' },
      el('p', {}, el('strong', {}, title), ` · ${i18n.t('draft.about', { n: draft.changes.length, when: i18n.instant(draft.changedAt) })}`),
      el('div', { class: 'editor-row' },
        el('button', { type: 'button', class: 'button', 'data-testid': 'draft-open', onclick: () => void this._open(draft) }, i18n.t('draft.open')),
        el('button', { type: 'button', class: 'button', 'data-testid': 'draft-discard', onclick: () => void this._discard(draft, title) }, i18n.t('draft.discard'))));
  }

  /** @param {Draft} draft */
  async _open(draft) {
    await this._bench.resume(draft);
    await this.draw();
    byId('map').focus({ preventScroll: true });
  }

  /** @param {Draft} draft @param {string} title */
  async _discard(draft, title) {
    const { i18n } = this._bench;
    const isSure = await new ConfirmDialog(/** @type {HTMLDialogElement} */ (byId('editor-dialog'))).ask({
      title: i18n.t('draft.discardTitle'), body: [el('p', {}, i18n.t('draft.discardBody', { title }))],
      yes: i18n.t('draft.discardYes'), no: i18n.t('draft.discardNo'), isDangerous: true,
    });
    if (isSure) {
      await this._bench.drafts.remove(draft.id);
      await this.draw();
    }
  }
}
