// @ts-check
import { el } from '../dom/el.js';
import { legendImage } from '../legend/LegendImage.js';
import { downloads } from './downloads.js';

/** @typedef {import('../api/types.js').Layer} Layer */

/**
 * The list of layers, the featured ones first, then topmost first: a switch for each, and under each layer that is on,
 * the choice of its styles, its legend and its downloads.
 */
export class LayerPanel {
  /**
   * @param {HTMLElement} root
   * @param {{i18n: import('../i18n/I18n.js').I18n, api: import('../api/Api.js').Api,
   *   onChange: (names: string[]) => void, onStyle: (layer: Layer, style: string) => void}} options
   */
  constructor(root, { i18n, api, onChange, onStyle }) {
    this._root = root;
    this._i18n = i18n;
    this._api = api;
    this._onChange = onChange;
    this._onStyle = onStyle;
    this._drawn = '';
    /** @type {string[]} */
    this._drawingOrder = [];
  }

  /**
   * @param {{catalogue: import('../api/types.js').Catalogue, on: readonly string[], date: string,
   *   styleOf: (layer: Layer) => string | null}} layers date: ISO, the one shown; styleOf: null for the usual one
   */
  draw({ catalogue, on, date, styleOf }) {
    // A redraw would take the focus from the switch that caused it.
    const drawn = JSON.stringify([catalogue.revision, catalogue.layers.map((layer) => layer.name), this._i18n.lang]);
    if (drawn !== this._drawn) {
      this._drawn = drawn;
      const topFirst = [...catalogue.layers].reverse();
      const ordered = [...topFirst.filter((layer) => layer.featured), ...topFirst.filter((layer) => !layer.featured)];
      const items = ordered.map((layer) => this._item(layer));
      this._root.replaceChildren(el('ul', { class: 'layer-list' }, ...items), this._footer(catalogue));
    }
    this._drawingOrder = catalogue.layers.map((layer) => layer.name);
    for (const layer of catalogue.layers) {
      this._update(layer, on.includes(layer.name), { revision: catalogue.revision, date, style: styleOf(layer) });
    }
  }

  /** @param {Layer} layer */
  _item(layer) {
    const description = this._i18n.pick(layer.description);
    const id = `layer-${layer.name}`;
    return el('li', { class: 'layer', 'data-testid': id, 'data-layer': layer.name },
      el('label', { class: 'layer-switch' },
        el('input', {
          type: 'checkbox', id, value: layer.name, role: 'switch',
          'aria-describedby': description ? `${id}-about` : null,
          onchange: () => this._onChange(this._chosen()),
        }),
        el('span', { class: 'switch-track', 'aria-hidden': 'true' }),
        el('span', { class: 'layer-title' }, this._i18n.pick(layer.title))),
      description ? el('p', { class: 'layer-about quiet', id: `${id}-about` }, description) : null,
      this._styleChoice(layer),
      el('div', { class: 'layer-legend' }),
      el('div', { class: 'layer-files' }));
  }

  /** @param {Layer} layer */
  _styleChoice(layer) {
    if (layer.styles.length < 2) {
      return null;
    }
    const options = layer.styles.map(({ name, title }) => el('option', { value: name }, this._i18n.pick(title) || name));
    return el('label', { class: 'layer-style', hidden: true },
      el('span', { class: 'quiet' }, this._i18n.t('layers.style')),
      el('select', {
        'aria-label': this._i18n.t('layers.styleOf', { title: this._i18n.pick(layer.title) }),
        onchange: (/** @type {Event} */ event) => {
          this._onStyle(layer, /** @type {HTMLSelectElement} */ (event.currentTarget).value);
        },
      }, ...options));
  }

  /** @returns {string[]} in drawing order */
  _chosen() {
    const checked = new Set(this._inputs().filter((input) => input.checked).map((input) => input.value));
    return this._drawingOrder.filter((name) => checked.has(name));
  }

  _inputs() {
    return /** @type {HTMLInputElement[]} */ ([...this._root.querySelectorAll('input[type=checkbox]')]);
  }

  /** @param {Layer} layer @param {boolean} isOn @param {{revision: number, date: string, style: string | null}} shown */
  _update(layer, isOn, { revision, date, style }) {
    const item = this._root.querySelector(`[data-layer="${CSS.escape(layer.name)}"]`);
    const input = this._inputs().find((candidate) => candidate.value === layer.name);
    const legend = item?.querySelector('.layer-legend');
    const files = item?.querySelector('.layer-files');
    if (!input || !legend || !files) {
      return;
    }
    input.checked = isOn;
    this._updateStyle(item, layer, isOn, style);
    if (isOn && (legend.childElementCount === 0 || legend.getAttribute('data-style') !== (style ?? ''))) {
      const url = this._api.legendUrl({ layer: layer.name, style, lang: this._i18n.lang, revision });
      legend.replaceChildren(legendImage({ url, title: this._i18n.pick(layer.title), i18n: this._i18n }));
      legend.setAttribute('data-style', style ?? '');
    } else if (!isOn) {
      legend.replaceChildren();
    }
    this._updateFiles(files, isOn ? layer : null, date);
  }

  /** @param {Element | null} item @param {Layer} layer @param {boolean} isOn @param {string | null} style */
  _updateStyle(item, layer, isOn, style) {
    const choice = item?.querySelector('.layer-style');
    const select = choice?.querySelector('select');
    if (choice && select) {
      choice.toggleAttribute('hidden', !isOn);
      select.value = style ?? layer.styles[0].name;
    }
  }

  /** @param {Element} files @param {Layer | null} layer null: it is off @param {string} date */
  _updateFiles(files, layer, date) {
    if (!layer) {
      files.replaceChildren();
    } else if (files.getAttribute('data-date') !== date || files.childElementCount === 0) {
      const wasOpen = files.querySelector('details')?.open ?? false;
      const list = downloads(layer, { i18n: this._i18n, api: this._api, date });
      list.toggleAttribute('open', wasOpen);
      files.replaceChildren(list);
      files.setAttribute('data-date', date);
    }
  }

  /** @param {import('../api/types.js').Catalogue} catalogue */
  _footer(catalogue) {
    const link = (/** @type {string} */ href, /** @type {string} */ text) => el('a', { href }, text);
    return el('footer', { class: 'panel-footer quiet' },
      el('p', {}, this._i18n.t('layers.feeds'), ': ',
        link('/wms?SERVICE=WMS&REQUEST=GetCapabilities', 'WMS'), ' · ',
        link('/wfs?SERVICE=WFS&REQUEST=GetCapabilities', 'WFS')),
      this._contact(catalogue.contact));
  }

  /** @param {import('../api/types.js').Catalogue['contact']} contact */
  _contact(contact) {
    if (!contact?.organisation && !contact?.email) {
      return null;
    }
    const email = contact.email ? el('a', { href: `mailto:${contact.email}` }, contact.email) : null;
    return el('p', {}, this._i18n.t('layers.contact'), ': ', [contact.organisation, email ? ' ' : ''].join(''), email);
  }
}
