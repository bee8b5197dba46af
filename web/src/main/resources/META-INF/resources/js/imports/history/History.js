// @ts-check
import { el } from '../../dom/el.js';
import { button, message } from '../dom/message.js';
import { replaceKeeping } from '../dom/replaceKeeping.js';
import { isBusy } from '../api/Watch.js';
import { countWords } from '../publish/countWords.js';

/** @typedef {import('../types.js').Changeset} Changeset */
/** @typedef {import('../types.js').Import} Import */

/** Older ones are asked for: the page is long enough. */
const FIRST = 6;

/** What lies on the server: imports, published or not, and the changes that were published, each with its way back. */
export class History {
  /**
   * @param {{imports: HTMLElement, changesets: HTMLElement}} roots
   * @param {{i18n: import('../i18n/ImportsI18n.js').ImportsI18n, layerTitle: (name: string) => string,
   *   onOpen: (id: string) => void, onDelete: (one: Import) => void, onRevert: (id: number) => void}} options
   */
  constructor(roots, { i18n, layerTitle, onOpen, onDelete, onRevert }) {
    this._roots = roots;
    this._i18n = i18n;
    this._layerTitle = layerTitle;
    this._onOpen = onOpen;
    this._onDelete = onDelete;
    this._onRevert = onRevert;
    /** @type {Changeset[]} */
    this._changesets = [];
    /** @type {unknown} */
    this._failure = null;
    this._shown = FIRST;
    this._drawn = '';
  }

  /** @param {Changeset[]} changesets newest first @param {unknown} [failure] why the last way back was barred */
  set(changesets, failure = null) {
    this._changesets = changesets;
    this._failure = failure;
  }

  get changesets() {
    return this._changesets;
  }

  /** @param {number} id @returns {boolean} another changeset undid it */
  isReverted(id) {
    const one = this._changesets.find((changeset) => changeset.id === id);
    return this._changesets.some(({ reverts }) => reverts === id) || one?.state.toLowerCase() === 'reverted';
  }

  /** @param {Import[]} imports @param {string | null} openId */
  draw(imports, openId) {
    const drawn = JSON.stringify([
      this._i18n.lang, openId, imports.map(({ id, version, state }) => [id, version, state]),
      this._changesets.map(({ id, state }) => [id, state]), String(this._failure), this._shown,
    ]);
    this._redraw = () => this.draw(imports, openId);
    if (drawn !== this._drawn) {
      this._drawn = drawn;
      const t = this._i18n;
      replaceKeeping(this._roots.imports,
        el('h3', { id: 'history-imports-heading' }, t.t('history.imports')),
        imports.length === 0 ? el('p', { class: 'quiet' }, t.t('history.noImports'))
          : el('ul', { class: 'cards', 'aria-labelledby': 'history-imports-heading', 'data-testid': 'imports' },
            ...imports.map((one) => this._import(one, one.id === openId))));
      replaceKeeping(this._roots.changesets,
        el('h3', { id: 'history-changesets-heading' }, t.t('history.changesets')),
        this._failure ? message('error', el('p', { class: 'strong' }, t.t('history.revertFailed')), el('p', { 'data-testid': 'conflict' }, t.error(this._failure))) : null,
        this._changesets.length === 0 ? el('p', { class: 'quiet' }, t.t('history.noChangesets'))
          : el('ul', { class: 'cards', 'aria-labelledby': 'history-changesets-heading', 'data-testid': 'changesets' },
            ...this._changesets.slice(0, this._shown).map((one) => this._changeset(one))),
        this._more());
    }
  }

  _more() {
    const left = this._changesets.length - this._shown;
    return left <= 0 ? null : el('div', { class: 'more' }, button(this._i18n.t('more', { n: this._i18n.number(left) }), () => {
      const first = this._shown;
      this._shown = this._changesets.length;
      this._redraw?.();
      /** @type {HTMLElement | undefined} */ (this._roots.changesets.querySelectorAll('.card-line')[first]?.querySelector('button'))?.focus();
    }, { key: 'more-changesets' }));
  }

  /** @param {Import} one @param {boolean} isOpen */
  _import(one, isOpen) {
    const t = this._i18n;
    const name = one.files.map((file) => file.name).join(', ') || t.t('history.noFile');
    const words = one.report ? countWords(one.report.counts, t) : '';
    return el('li', { class: 'card-line', 'data-testid': 'import', 'aria-current': isOpen ? 'true' : null },
      el('div', { class: 'card-text' },
        el('p', { class: 'strong file-name' }, name),
        el('p', {}, el('span', { class: `tag ${one.state}` }, t.t(`state.${one.state}`)),
          ` ${this._layerTitle(one.layer)} · ${t.instant(one.created)}${words ? ` · ${words}` : ''}`)),
      el('div', { class: 'card-buttons' },
        isOpen ? el('span', { class: 'quiet' }, t.t('history.isOpen'))
          : button(t.t('history.open'), () => this._onOpen(one.id), { kind: 'compact', key: `open-${one.id}`, label: t.t('history.openNamed', { name }), testid: 'open-import' }),
        isBusy(one) ? null : button(t.t('history.delete'), () => this._onDelete(one), {
          kind: 'compact', key: `delete-${one.id}`, sign: 'trash', label: t.t('history.deleteNamed', { name }), testid: 'delete-import',
        })));
  }

  /** @param {Changeset} one */
  _changeset(one) {
    const t = this._i18n;
    const { inserted, updated, deleted } = one.size;
    const words = [['does.ADDED', inserted], ['does.CHANGED', updated], ['does.DELETED', deleted]]
      .filter(([, n]) => Number(n) > 0)
      .map(([key, n]) => t.t(/** @type {import('../i18n/ImportsI18n.js').ImportsKey} */ (key), { n: t.number(Number(n)) })).join(', ');
    const reverted = this.isReverted(one.id);
    const layers = (one.layers ?? []).map((layer) => this._layerTitle(layer)).join(', ');
    return el('li', { class: 'card-line', 'data-testid': 'changeset-line', 'data-id': one.id },
      el('div', { class: 'card-text' },
        el('p', {}, el('span', { class: 'strong' }, t.t('history.number', { id: one.id })), ` ${one.message}`),
        el('p', { class: 'quiet' }, [
          layers, words, one.author, t.instant(one.time),
        ].filter(Boolean).join(' · ')),
        one.reverts === null ? null : el('p', {}, el('span', { class: 'tag' }, t.t('history.reverts', { id: one.reverts }))),
        reverted ? el('p', {}, el('span', { class: 'tag' }, t.t('history.reverted'))) : null),
      reverted ? null : el('div', { class: 'card-buttons' }, button(t.t('publish.undo'), () => this._onRevert(one.id), {
        kind: 'compact', key: `revert-${one.id}`, sign: 'undo', label: t.t('history.undoNamed', { id: one.id }), testid: 'revert',
      })));
  }
}
