// @ts-check
import { el } from '../dom/el.js';
import { icon } from '../dom/icon.js';
import { attributeList, formatValue, isFilled } from './attributeList.js';
import { NTM_ATTRIBUTES, NTM_LAYER, ntmSummary } from './NtmSummary.js';

/** @typedef {import('../api/types.js').Feature} Feature */
/** @typedef {import('../api/types.js').Layer} Layer */

/** What validity and identity the server adds to every layer; said at the foot of the card instead of in the list. */
const FRAME_ATTRIBUTES = ['fid', 'version', 'valid_from', 'valid_to'];

/** The card of the selected feature. */
export class DetailsCard {
  /**
   * @param {HTMLElement} root
   * @param {{i18n: import('../i18n/I18n.js').I18n, onClose: () => void, onZoom: () => void, onCopy: () => void,
   *   onSelect: (id: string) => void}} options
   */
  constructor(root, options) {
    this._root = root;
    this._options = options;
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        options.onClose();
      }
    });
  }

  get isOpen() {
    return !this._root.hidden;
  }

  hide() {
    this._root.hidden = true;
    this._root.replaceChildren();
  }

  /** Puts the keyboard's focus on the card's title. */
  focus() {
    /** @type {HTMLElement | null} */ (this._root.querySelector('h2'))?.focus();
  }

  showLoading() {
    this._draw(this._i18n.t('details.loading'), '', [el('div', { class: 'loading-bar' })]);
  }

  /** @param {string} sentence @param {() => void} [retry] */
  showMessage(sentence, retry) {
    const button = retry && el('button', { type: 'button', class: 'button', onclick: retry }, this._i18n.t('error.retry'));
    this._draw(this._i18n.t('details.label'), '', [el('p', {}, sentence), button]);
  }

  /**
   * @param {Feature} feature
   * @param {Layer} layer
   * @param {{ntm: {feature: Feature, layer: Layer} | null, others: {id: string, title: string, layer: string}[]}} more
   *   the commune's recognition if this is a commune, and what else is at the place that was asked about
   */
  show(feature, layer, { ntm, others }) {
    const status = layer.name === NTM_LAYER ? { feature, layer } : ntm;
    const said = [layer.label, `${layer.label}_name`, ...FRAME_ATTRIBUTES, ...(layer.name === NTM_LAYER ? NTM_ATTRIBUTES : [])];
    const attributes = layer.attributes.filter(({ name }) => !said.includes(name));
    this._draw(featureTitle(feature, layer, this._i18n), this._i18n.pick(layer.title), [
      status && ntmSummary(status.feature, status.layer, this._i18n),
      attributeList(feature, attributes, { i18n: this._i18n, reference: (id, title) => this._reference(id, title) }),
      this._validity(feature),
      this._actions(layer.derived ? null : feature.id),
      others.length > 0 ? this._others(others) : null,
    ]);
  }

  get _i18n() {
    return this._options.i18n;
  }

  /** @param {string} title @param {string} kind @param {(Node | null | undefined)[]} body */
  _draw(title, kind, body) {
    // A redraw (language, new revision) must not drop the focus of somebody reading the card by keyboard.
    const hadFocus = this._root.contains(document.activeElement);
    this._root.replaceChildren(
      el('header', { class: 'card-header' },
        el('div', {},
          kind ? el('p', { class: 'card-kind' }, kind) : null,
          el('h2', { id: 'details-title', tabindex: '-1', 'data-testid': 'details-title' }, title)),
        el('button', {
          type: 'button', class: 'icon-button', 'aria-label': this._i18n.t('details.close'),
          title: this._i18n.t('details.close'), 'data-testid': 'details-close', onclick: () => this._options.onClose(),
        }, icon('close'))),
      el('div', { class: 'card-body' }, ...body.filter((node) => node instanceof Node)),
    );
    this._root.hidden = false;
    if (hadFocus) {
      this.focus();
    }
  }

  /** @param {Feature} feature */
  _validity({ properties }) {
    const from = properties.valid_from;
    if (typeof from !== 'string') {
      return null;
    }
    const to = properties.valid_to;
    const text = typeof to === 'string'
      ? this._i18n.t('details.validBetween', { from: this._i18n.date(from), to: this._i18n.date(dayBefore(to)) })
      : this._i18n.t('details.validFrom', { from: this._i18n.date(from) });
    return el('p', { class: 'validity quiet' }, text);
  }

  /** @param {string | null} id of a feature that has a history; null: none of its own */
  _actions(id) {
    const action = (/** @type {Parameters<typeof icon>[0]} */ name, /** @type {string} */ text, /** @type {() => void} */ run) =>
      el('button', { type: 'button', class: 'button', onclick: run }, icon(name), text);
    return el('div', { class: 'card-actions' },
      action('zoom', this._i18n.t('details.zoom'), this._options.onZoom),
      // The clipboard is for secure pages only.
      navigator.clipboard ? action('link', this._i18n.t('details.copy'), this._options.onCopy) : null,
      id ? el('a', {
        class: 'button', href: `/history#feature=${id}${this._i18n.lang === 'en' ? '&lang=en' : ''}`, 'data-testid': 'details-history',
      }, icon('clock'), this._i18n.t('details.history')) : null);
  }

  /** @param {{id: string, title: string, layer: string}[]} others */
  _others(others) {
    return el('section', { class: 'also' },
      el('h3', {}, this._i18n.t('details.also')),
      el('ul', {}, ...others.map(({ id, title, layer }) => el('li', {},
        el('button', { type: 'button', class: 'row-button', onclick: () => this._options.onSelect(id) },
          el('span', { class: 'row-title' }, title), el('span', { class: 'row-about' }, layer))))));
  }

  /** @param {string} id @param {string | null} title */
  _reference(id, title) {
    return el('button', { type: 'button', class: 'link-button', onclick: () => this._options.onSelect(id) }, title ?? id);
  }
}

/**
 * @param {Feature} feature @param {Layer} layer @param {import('../i18n/I18n.js').I18n} i18n
 * @returns {string}
 */
export function featureTitle({ properties }, layer, i18n) {
  const label = layer.attributes.find(({ name }) => name === layer.label);
  const value = properties[layer.label];
  const title = label?.type === 'reference'
    ? properties[`${layer.label}_name`]
    : label && isFilled(value) && formatValue(value, label, i18n);
  return isFilled(title) && title ? String(title) : i18n.t('details.unnamed');
}

/** Validity ends before its last date; people say the last day it holds. @param {string} iso */
function dayBefore(iso) {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return Number.isNaN(date.getTime()) ? iso : date.toISOString();
}
