// @ts-check
import { el } from '../dom/el.js';
import { featureTitle } from '../details/DetailsCard.js';
import { ntmBadge } from '../details/NtmSummary.js';

/** @typedef {import('../api/types.js').Feature} Feature */
/** @typedef {import('../api/types.js').Layer} Layer */
/** @typedef {{layers: Layer[], bounds: import('../api/types.js').Bounds, asOf: string | null, revision: number}} View */

const PAGE = 100;
const DEBOUNCE_MS = 250;
const ABOUT_ATTRIBUTES = ['code', 'zone_code', 'product', 'commune_code', 'commune_name'];

/** The features of one layer in view, as a list: the way to every shape without a mouse. */
export class FeatureList {
  /**
   * @param {{choice: HTMLSelectElement, summary: HTMLElement, list: HTMLElement}} elements
   * @param {{i18n: import('../i18n/I18n.js').I18n, api: import('../api/Api.js').Api, view: () => View,
   *   onSelect: (id: string) => void, say: (text: string) => void}} options
   */
  constructor({ choice, summary, list }, { i18n, api, view, onSelect, say }) {
    this._choice = choice;
    this._summary = summary;
    this._list = list;
    this._i18n = i18n;
    this._api = api;
    this._view = view;
    this._onSelect = onSelect;
    this._say = say;
    this._timer = 0;
    this._running = new AbortController();
    this._selected = '';
    /** @type {string} the reader's choice of layer; the topmost one until then */
    this._wanted = '';
    this.isOpen = false;
    choice.addEventListener('change', () => {
      this._wanted = choice.value;
      this._load();
    });
  }

  /** Follows the map, the layers, the date and the data, a moment later. */
  refresh() {
    clearTimeout(this._timer);
    if (this.isOpen) {
      this._timer = window.setTimeout(() => this._load(), DEBOUNCE_MS);
    }
  }

  /** @param {string | null} id marked in the list */
  select(id) {
    this._selected = id ?? '';
    this._mark();
  }

  async _load() {
    this._running.abort();
    this._running = new AbortController();
    const view = this._view();
    const layer = this._chooseLayer(view.layers);
    if (!layer) {
      this._list.replaceChildren();
      this._summary.textContent = this._i18n.t('list.noLayer');
      return;
    }
    this._summary.textContent = this._i18n.t('list.busy');
    await this._page(layer, view, [], this._running.signal);
  }

  /** @param {Layer} layer @param {View} view @param {Feature[]} before @param {AbortSignal} signal */
  async _page(layer, view, before, signal) {
    try {
      const answer = await this._api.featuresIn({
        layer: layer.name,
        bounds: view.bounds,
        count: PAGE,
        startIndex: before.length,
        properties: layer.attributes.map(({ name }) => name)
          .filter((name) => [layer.label, `${layer.label}_name`, 'level', ...ABOUT_ATTRIBUTES].includes(name)),
        asOf: view.asOf,
        revision: view.revision,
      }, signal);
      const features = [...before, ...answer.features];
      const total = typeof answer.numberMatched === 'number' ? answer.numberMatched : features.length;
      const more = answer.features.length > 0 && features.length < total
        ? () => this._page(layer, view, features, signal)
        : null;
      this._draw(layer, features, total, more);
    } catch (error) {
      if (!signal.aborted) {
        this._list.replaceChildren(el('li', {},
          el('button', { type: 'button', class: 'button', onclick: () => this._load() }, this._i18n.t('error.retry'))));
        this._summary.textContent = this._i18n.error(error);
      }
    }
  }

  /** @param {Layer[]} layers those that are on, topmost first */
  _chooseLayer(layers) {
    const chosen = layers.find(({ name }) => name === this._wanted) ?? layers[0];
    this._choice.replaceChildren(...layers.map(({ name, title }) =>
      el('option', { value: name, selected: name === chosen?.name }, this._i18n.pick(title))));
    this._choice.disabled = layers.length === 0;
    return chosen;
  }

  /** @param {Layer} layer @param {Feature[]} features @param {number} total @param {(() => void) | null} more */
  _draw(layer, features, total, more) {
    const focused = document.activeElement instanceof HTMLElement && this._list.contains(document.activeElement)
      ? document.activeElement.dataset.id : undefined;
    const text = total === 0 ? this._i18n.t('list.empty')
      : this._i18n.t(features.length < total ? 'list.count' : 'list.countAll', {
        shown: this._i18n.number(features.length), total: this._i18n.number(total),
      });
    this._summary.textContent = text;
    this._say(text);
    const collator = new Intl.Collator(this._i18n.lang, { numeric: true });
    const rows = features.map((feature) => ({ feature, title: featureTitle(feature, layer, this._i18n) }))
      .sort((a, b) => collator.compare(a.title, b.title))
      .map(({ feature, title }) => this._row(feature, title, layer));
    this._list.replaceChildren(...rows, ...(more ? [el('li', {},
      el('button', { type: 'button', class: 'button', onclick: more }, this._i18n.t('list.more')))] : []));
    this._mark();
    if (focused) {
      /** @type {HTMLElement | null} */ (this._list.querySelector(`[data-id="${CSS.escape(focused)}"]`))?.focus();
    }
  }

  /** @param {Feature} feature @param {string} title @param {Layer} layer */
  _row({ id, properties }, title, layer) {
    const about = ABOUT_ATTRIBUTES.map((name) => properties[name]).find((value) => typeof value === 'string' && value);
    return el('li', {},
      el('button', {
        type: 'button', class: 'row-button', 'data-id': id, 'data-testid': 'list-row', onclick: () => this._onSelect(id),
      },
      el('span', { class: 'row-title' }, title),
      el('span', { class: 'row-about' }, about ? String(about) : ''),
      'level' in properties ? ntmBadge(properties.level, layer, this._i18n) : null));
  }

  _mark() {
    for (const row of this._list.querySelectorAll('.row-button')) {
      if (row.getAttribute('data-id') === this._selected) {
        row.setAttribute('aria-current', 'true');
      } else {
        row.removeAttribute('aria-current');
      }
    }
  }
}
