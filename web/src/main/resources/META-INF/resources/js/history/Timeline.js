// @ts-check
import { el } from '../dom/el.js';
import { fieldTable, shiftText } from '../review/changeParts.js';
import { SwipeMap } from '../review/SwipeMap.js';

/** @typedef {import('./HistoryApi.js').Version} Version */

/**
 * @typedef {object} Listeners
 * @property {(from: number, to: number) => void} onCompare
 * @property {(version: Version) => void} onRestore
 * @property {(who: string) => void} onPerson
 * @property {(version: Version, geometry: any) => void} onThen geometry: what the feature was then, or before it was deleted
 * @property {() => void} onBack
 */

/** All versions of one feature, the latest first, and in what two of them differ. */
export class Timeline {
  /** @param {import('./i18n/HistoryI18n.js').HistoryI18n} i18n @param {Listeners} listeners */
  constructor(i18n, listeners) {
    this._i18n = i18n;
    this._listeners = listeners;
    this._compared = el('section', { class: 'block', 'data-testid': 'difference', hidden: true });
    /** @type {Version[]} */
    this._versions = [];
    this._layer = /** @type {import('../api/types.js').Layer | undefined} */ (undefined);
  }

  /**
   * @param {HTMLElement} into @param {import('./HistoryApi.js').FeatureTimeline} timeline
   * @param {{catalogue: import('../api/types.js').Catalogue, signedIn: boolean, mayWrite: boolean}} reader
   */
  show(into, timeline, { catalogue, signedIn, mayWrite }) {
    const i18n = this._i18n;
    this._versions = timeline.versions;
    this._catalogue = catalogue;
    this._mayWrite = mayWrite;
    this._layer = catalogue.layers.find(({ name }) => name === timeline.layer);
    this._compared.hidden = true;
    const language = i18n.lang === 'en' ? '&lang=en' : '';
    into.replaceChildren(
      el('section', { class: 'block', 'data-testid': 'head' },
        el('h2', { tabindex: '-1', id: 'feature-name' }, timeline.name, ' ', timeline.isDeleted ? el('span', { class: 'state-tag', 'data-state': 'reverted' }, i18n.t('feature.deleted')) : null),
        el('p', { class: 'quiet' }, `${i18n.pick(this._layer?.title) || timeline.layer} · ${timeline.feature}`),
        signedIn ? null : el('p', {}, i18n.t('page.publicOnly')),
        el('div', { class: 'actions' },
          signedIn ? this._button('feature.back', () => this._listeners.onBack()) : null,
          timeline.isDeleted ? null : el('a', { class: 'button', href: `/#feature=${timeline.feature}${language}` }, i18n.t('feature.onMap')))),
      this._compared,
      el('section', { class: 'block', 'data-testid': 'versions' },
        el('h2', {}, i18n.t('feature.versions', { n: timeline.versions.length })),
        el('ol', { class: 'versions' }, ...timeline.versions.map((version, index) => this._version(version, index)))));
  }

  /** @param {string} key @param {() => void} run @param {string} [kind] */
  _button(key, run, kind = '') {
    return el('button', { type: 'button', class: `button ${kind}`, 'data-testid': key, onclick: run }, this._i18n.t(key));
  }

  /** @param {Version} version @param {number} index 0: the latest */
  _version(version, index) {
    const i18n = this._i18n;
    const line = (/** @type {string} */ key, /** @type {Record<string, string>} */ values, /** @type {any} */ isThere) => (isThere ? el('p', {}, i18n.t(key, values)) : null);
    const sizes = shiftText(i18n, version.shift);
    const isCurrent = index === 0 && version.op !== 'delete';
    return el('li', { class: 'version', 'data-testid': 'version', 'data-version': version.version },
      el('h3', {}, i18n.t('version.number', { n: version.version }), ` · ${i18n.t(`op.${version.op}`)} `,
        isCurrent ? el('span', { class: 'state-tag', 'data-state': 'published' }, i18n.t('version.current')) : null),
      el('p', { class: 'quiet' }, ...this._who(version)),
      line('version.why', { why: version.why ?? '' }, version.why),
      line('version.decision', { decision: version.decision ?? '' }, version.decision),
      version.validFrom ? el('p', {}, version.validTo
        ? i18n.t('version.validBetween', { from: i18n.date(version.validFrom), to: i18n.date(version.validTo) })
        : i18n.t('version.valid', { from: i18n.date(version.validFrom) })) : null,
      sizes && version.op !== 'insert' ? el('p', {}, capital(sizes)) : null,
      line('version.fields', { names: version.fields.map(({ title }) => i18n.pick(title)).join(', ') }, version.op === 'update' && version.fields.length > 0),
      el('div', { class: 'actions' },
        version.op === 'delete' ? null : this._button('version.difference', () => this._listeners.onCompare(this._before(version.version), version.version)),
        version.who && version.when ? this._button('version.then', () => this._listeners.onThen(
          version, this._versions.slice(index).find(({ geometry }) => geometry)?.geometry)) : null,
        version.proposal ? el('a', { class: 'button', href: `/review#${version.proposal}${i18n.lang === 'en' ? '&lang=en' : ''}` }, i18n.t('version.proposal')) : null,
        this._mayWrite && !isCurrent && version.op !== 'delete' ? this._button('version.restore', () => this._listeners.onRestore(version)) : null));
  }

  /** @param {Version} version @returns {(Node | string)[]} */
  _who({ who, when, approvedBy, source, changeset }) {
    const i18n = this._i18n;
    if (!when) {
      return [i18n.t('version.changeset', { n: changeset })];
    }
    if (!who) {
      return [i18n.instant(when)];
    }
    return [
      el('button', { type: 'button', class: 'link-button', 'data-testid': 'version.who', onclick: () => this._listeners.onPerson(who) }, who),
      `, ${i18n.instant(when)} · ${i18n.source(source)}${approvedBy ? ` · ${i18n.t('version.approved', { who: approvedBy })}` : ''}`];
  }

  /** The last version before another one in which the feature was there. @param {number} number @returns {number} 0: there was none */
  _before(number) {
    return this._versions.find((version) => version.version < number && version.op !== 'delete')?.version ?? 0;
  }

  /** Shows in what two versions differ, on the map and in words. @param {import('./HistoryApi.js').Difference} difference */
  compare(difference) {
    const i18n = this._i18n;
    const { from, to, geometry, shift, added, removed, fields } = difference;
    const map = new SwipeMap(i18n);
    const hasShapes = Boolean(geometry.before || geometry.after);
    const choice = el('select', { id: 'compare-with', 'data-testid': 'compare-with', onchange: () => this._listeners.onCompare(Number(choice.value), to) },
      ...this._versions.filter(({ version, op }) => version !== to && op !== 'delete')
        .map(({ version }) => el('option', { value: version, selected: version === from }, i18n.t('version.number', { n: version }))),
      el('option', { value: 0, selected: from === 0 }, i18n.t('difference.none')));
    const land = (/** @type {'added' | 'removed'} */ kind, /** @type {number | null} */ hectares) => (hectares
      ? el('p', { class: `land ${kind}`, 'data-testid': kind }, i18n.t(`difference.${kind}`, { ha: i18n.number(hectares) })) : null);
    const isSame = hasShapes && shift === null;
    const heading = el('h2', { tabindex: '-1' }, i18n.t(from === 0 ? 'difference.begins' : 'difference.heading', { from, to }));
    const sizes = shiftText(i18n, shift);
    const hasValues = fields.some((field) => 'after' in field);
    this._compared.replaceChildren(
      heading,
      el('p', { class: 'compare-with' }, el('label', { for: 'compare-with' }, i18n.t('difference.with')), choice),
      sizes ? el('p', {}, capital(sizes)) : '', land('added', added) ?? '', land('removed', removed) ?? '',
      isSame ? el('p', {}, i18n.t('difference.same')) : '',
      hasShapes ? map.root : '',
      fields.length > 0 && hasValues ? el('h3', {}, i18n.t('difference.fields')) : '',
      fields.length > 0 && hasValues ? fieldTable(i18n, fields, this._layer) : '');
    this._compared.hidden = false;
    if (hasShapes && this._catalogue) {
      map.open(this._catalogue, [difference]);
    }
    for (const item of document.querySelectorAll('.version')) {
      item.toggleAttribute('data-compared', Number(item.getAttribute('data-version')) === to);
    }
    return heading;
  }
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
