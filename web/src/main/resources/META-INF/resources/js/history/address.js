// @ts-check
import { isDate } from '../url/hashState.js';

export const FINDS = /** @type {const} */ (['area', 'person', 'deleted', 'past']);
const FEATURE = /^[a-z][a-z0-9_]*\.\d{1,18}$/;
const NAME = /^[a-z][a-z0-9_]*$/;

/**
 * @typedef {object} Wanted what the page shows
 * @property {typeof FINDS[number]} find
 * @property {string | null} layer
 * @property {import('../api/types.js').Bounds | null} bbox null: anywhere
 * @property {string} who
 * @property {string} text
 * @property {string | null} moment an instant; null: not chosen yet
 * @property {string | null} asOf a date; null: today
 * @property {string | null} feature whose timeline is open
 * @property {'vi' | 'en'} lang
 */

/** @param {string} hash @returns {Wanted} what cannot be read is left out */
export function parseAddress(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const find = FINDS.find((name) => name === parts.get('find')) ?? 'area';
  const feature = parts.get('feature') ?? '';
  const layer = parts.get('layer') ?? '';
  const moment = new Date(parts.get('moment') ?? '');
  const asOf = parts.get('as-of') ?? '';
  return {
    find,
    layer: NAME.test(layer) ? layer : null,
    bbox: parseBox(parts.get('bbox')),
    who: parts.get('who') ?? '',
    text: parts.get('q') ?? '',
    moment: Number.isNaN(moment.getTime()) ? null : moment.toISOString(),
    asOf: isDate(asOf) ? asOf : null,
    feature: FEATURE.test(feature) ? feature : null,
    lang: parts.get('lang') === 'en' ? 'en' : 'vi',
  };
}

/** @param {Wanted} wanted @returns {string} with `#` */
export function formatAddress({ find, layer, bbox, who, text, moment, asOf, feature, lang }) {
  const all = {
    feature, find: find === 'area' ? null : find, layer, bbox: bbox?.join(','), who, q: text, moment, 'as-of': asOf, lang: lang === 'en' ? lang : null,
  };
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) {
    if (value) {
      parts.set(name, value);
    }
  }
  return `#${parts}`;
}

/** @param {string | null} text @returns {import('../api/types.js').Bounds | null} */
function parseBox(text) {
  const numbers = (text ?? '').split(',').map(Number);
  return numbers.length === 4 && text && numbers.every(Number.isFinite) && numbers[0] < numbers[2] && numbers[1] < numbers[3]
    ? /** @type {any} */ (numbers)
    : null;
}
