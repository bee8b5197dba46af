// @ts-check
import { el } from '../dom/el.js';

/** @typedef {import('../api/types.js').Feature} Feature */
/** @typedef {import('../api/types.js').Layer} Layer */

/** The layer whose features carry a commune's recognition, and the attributes this summary says in a sentence. */
export const NTM_LAYER = 'ntm_status';
export const NTM_ATTRIBUTES = ['level', 'criteria_set', 'criteria_met', 'criteria_total', 'recognised_on'];

/**
 * The level a commune has reached, and what is still missing.
 *
 * @param {Feature} feature of the layer ntm_status
 * @param {Layer} layer
 * @param {import('../i18n/I18n.js').I18n} i18n
 * @returns {HTMLElement | null} null where nothing is known
 */
export function ntmSummary({ properties }, layer, i18n) {
  const met = asCount(properties.criteria_met);
  const total = asCount(properties.criteria_total);
  const facts = [
    properties.criteria_set ? i18n.t('ntm.set', { set: String(properties.criteria_set) }) : '',
    properties.recognised_on ? i18n.t('ntm.recognised', { date: i18n.date(String(properties.recognised_on)) }) : '',
  ].filter(Boolean);
  const parts = [
    ntmBadge(properties.level, layer, i18n),
    met !== null && total !== null && total > 0 ? progress(met, total, i18n) : null,
    facts.length > 0 ? el('p', { class: 'quiet' }, facts.join(' · ')) : null,
  ];
  return parts.some((part) => part !== null)
    ? el('section', { class: 'ntm', 'data-testid': 'ntm', 'aria-label': i18n.t('ntm.heading') }, ...parts)
    : null;
}

/**
 * The level as a word with filled dots, so that the rank is seen without its colour.
 *
 * @param {unknown} level a code of the layer's attribute `level`
 * @param {Layer} layer
 * @param {import('../i18n/I18n.js').I18n} i18n
 * @returns {HTMLElement | null}
 */
export function ntmBadge(level, layer, i18n) {
  const codes = layer.attributes.find((attribute) => attribute.name === 'level')?.codes ?? [];
  const rank = codes.findIndex(({ code }) => code === level);
  if (level === null || level === undefined) {
    return null;
  }
  const ranks = codes.length - 1;
  const dots = Array.from({ length: Math.max(0, ranks) }, (_none, i) => el('i', { class: i < rank ? 'dot full' : 'dot' }));
  const title = rank < 0 ? String(level) : i18n.pick(codes[rank].title);
  return el('span', { class: 'badge', 'data-rank': Math.max(0, Math.min(rank, 4)) },
    title,
    rank < 0 ? null : el('span', { class: 'dots', role: 'img', 'aria-label': i18n.t('ntm.rank', { rank, ranks }) }, ...dots));
}

/** @param {number} met @param {number} total @param {import('../i18n/I18n.js').I18n} i18n */
function progress(met, total, i18n) {
  const missing = Math.max(0, total - met);
  const text = missing === 0 ? i18n.t('ntm.allMet', { total }) : i18n.t('ntm.met', { met, total, missing });
  return el('div', { class: 'criteria' },
    el('p', { class: 'criteria-text' }, text),
    el('progress', { max: total, value: Math.min(met, total), 'aria-label': text }));
}

/** @param {unknown} value @returns {number | null} */
function asCount(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
