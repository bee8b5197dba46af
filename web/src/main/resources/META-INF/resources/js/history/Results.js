// @ts-check
import { el } from '../dom/el.js';

/** @typedef {import('./HistoryApi.js').Touched} Touched */

/** What a search found: changesets with their features, or features that are gone. */
export class Results {
  /** @param {import('./i18n/HistoryI18n.js').HistoryI18n} i18n @param {{onFeature: (id: string) => void, onPerson: (who: string) => void}} listeners */
  constructor(i18n, listeners) {
    this._i18n = i18n;
    this._listeners = listeners;
    this.root = el('div', { 'data-testid': 'results' });
    /** @type {Record<string, string>} */
    this._layers = {};
  }

  clear() {
    this.root.replaceChildren();
  }

  /** @param {string} sentence */
  say(sentence) {
    this.root.replaceChildren(el('p', { class: 'quiet' }, sentence));
  }

  /** @param {import('./HistoryApi.js').ListedChangeset[]} changesets @param {boolean} isPerson everything is by one person */
  showChangesets(changesets, isPerson) {
    this._show(changesets.map((changeset) => this._changeset(changeset, isPerson)), true);
  }

  /** @param {{isWhole: boolean, features: import('./HistoryApi.js').Gone[]}} deleted */
  showDeleted({ isWhole, features }) {
    this._show(features.map((gone) => el('li', {},
      this._feature({ ...gone, op: 'delete', isDeleted: true }),
      el('p', { class: 'quiet' }, ...this._who(gone, false)),
      gone.why ? el('p', { class: 'quiet' }, gone.why) : null)), isWhole);
  }

  /** What there was at one place. @param {{feature: string, name: string}[]} features */
  showPlace(features) {
    this._show(features.map((feature) => el('li', {}, this._feature({ ...feature, op: null, isDeleted: false }))), true);
  }

  /** @param {HTMLElement[]} items @param {boolean} isWhole */
  _show(items, isWhole) {
    const i18n = this._i18n;
    this.root.replaceChildren(
      el('p', { class: 'quiet', role: 'status', 'data-testid': 'found' }, items.length === 0 ? i18n.t('find.nothing') : i18n.t('find.some', { n: items.length })),
      el('ul', { class: 'results' }, ...items),
      isWhole ? '' : el('p', { class: 'quiet' }, i18n.t('find.more')));
  }

  /** @param {import('./HistoryApi.js').ListedChangeset} changeset @param {boolean} isPerson */
  _changeset(changeset, isPerson) {
    return el('li', { 'data-testid': 'changeset' },
      el('p', {}, ...this._who(changeset, isPerson)),
      changeset.why ? el('p', { class: 'why' }, changeset.why) : null,
      changeset.isWhole
        ? el('ul', { class: 'result-features' }, ...changeset.features.map((feature) => el('li', {}, this._feature(feature))))
        : el('p', { class: 'quiet' }, this._i18n.t('find.large')));
  }

  /** @param {Touched} touched */
  _feature({ feature, name, op, isDeleted }) {
    const i18n = this._i18n;
    const layer = this._layers[feature.slice(0, feature.lastIndexOf('.'))];
    return el('button', { type: 'button', class: 'row-button', 'data-testid': 'result', 'data-feature': feature, onclick: () => this._listeners.onFeature(feature) },
      name, ' ', el('span', { class: 'quiet' }, [layer, op ? i18n.t(`op.${op}`) : null].filter(Boolean).join(' · ')),
      isDeleted && op !== 'delete' ? el('span', { class: 'state-tag', 'data-state': 'reverted' }, i18n.t('feature.deleted')) : null);
  }

  /** Names of layers, where results are of several. @param {Record<string, string>} titles */
  nameLayers(titles) {
    this._layers = titles;
  }

  /** @param {import('./HistoryApi.js').Origin} origin @param {boolean} isPerson @returns {(Node | string)[]} */
  _who({ who, when, source, changeset }, isPerson) {
    const i18n = this._i18n;
    if (!when) {
      return [i18n.t('version.changeset', { n: changeset })];
    }
    const rest = `${i18n.instant(when)} · ${i18n.source(source)}`;
    return isPerson || !who ? [rest] : [
      el('button', { type: 'button', class: 'link-button', onclick: () => this._listeners.onPerson(who) }, who), `, ${rest}`];
  }
}
