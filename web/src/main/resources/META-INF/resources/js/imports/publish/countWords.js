// @ts-check
import { countOf } from '../changes/kinds.js';

/** @type {readonly ['ADDED', 'CHANGED', 'ENDED']} */
const WRITTEN = ['ADDED', 'CHANGED', 'ENDED'];

/**
 * @param {import('../types.js').Counts} counts @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n
 * @returns {string} what is written: thêm 43, kết thúc 83
 */
export function countWords(counts, i18n) {
  return WRITTEN.filter((kind) => countOf(counts, kind) > 0)
    .map((kind) => i18n.t(`does.${kind}`, { n: i18n.number(countOf(counts, kind)) })).join(', ');
}
