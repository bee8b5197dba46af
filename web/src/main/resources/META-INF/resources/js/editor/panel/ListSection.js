// @ts-check
import { byId, el } from '../../dom/el.js';

const MOST = 60;

/** The features in view by name: the way to each of them without a mouse. */
export class ListSection {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this._heading = el('h3', { id: 'editor-list' });
    this._filter = el('input', { type: 'text', 'data-testid': 'editor-filter', autocomplete: 'off', oninput: () => this.draw() });
    this._list = el('ul', { class: 'rows', 'data-testid': 'editor-list' });
    this._more = el('p', { class: 'quiet' });
    this.root = el('section', { class: 'editor-section', 'aria-labelledby': 'editor-list' }, this._heading, this._filter, this._list, this._more);
  }

  useLanguage() {
    const { i18n } = this._bench;
    this._heading.textContent = i18n.t('list.edit');
    this._filter.setAttribute('aria-label', i18n.t('list.filter'));
    this._filter.placeholder = i18n.t('list.filter');
  }

  draw() {
    const { workspace, i18n } = this._bench;
    const wanted = this._filter.value.trim().toLocaleLowerCase('vi');
    const collator = new Intl.Collator(i18n.lang, { numeric: true });
    const all = this._bench.inView.map((shape) => ({ shape, title: this._bench.words.titleOf(shape), about: String(shape.properties.name ?? shape.properties.code ?? '') }))
      .filter(({ title, about }) => `${title} ${about}`.toLocaleLowerCase('vi').includes(wanted))
      .sort((a, b) => collator.compare(a.title, b.title));
    const focused = this._list.contains(document.activeElement) ? document.activeElement?.getAttribute('data-id') : null;
    this._list.replaceChildren(...all.slice(0, MOST).map(({ shape, title, about }) => el('li', {}, el('button', {
      type: 'button', class: 'row-button', 'data-id': shape.id, 'data-testid': 'editor-row', 'aria-current': shape.id === workspace.selected ? 'true' : null,
      onclick: () => this._choose(shape.id),
    }, el('span', { class: 'row-title' }, title), about === title ? null : el('span', { class: 'row-about' }, about)))));
    this._more.hidden = all.length <= MOST;
    this._more.textContent = i18n.t('list.more', { n: all.length - MOST });
    if (focused) {
      /** @type {HTMLElement | null} */ (this._list.querySelector(`[data-id="${CSS.escape(focused)}"]`))?.focus({ preventScroll: true });
    }
  }

  /** @param {string} id */
  _choose(id) {
    const shape = this._bench.workspace.coverage.get(id);
    this._bench.take('select');
    this._bench.workspace.select(id);
    if (shape) {
      const [x, y] = [Math.round((shape.box[0] + shape.box[2]) / 2), Math.round((shape.box[1] + shape.box[3]) / 2)];
      this._bench.reveal([x, y]);
    }
    this.root.parentElement?.scrollTo({ top: 0 });
    byId('map').focus({ preventScroll: true });
  }
}
