// @ts-check
import { icon } from '../../dom/icon.js';

/** @typedef {import('../types.js').Kind} Kind */

/** In the order in which reports tell them. @type {readonly Kind[]} */
export const KINDS = ['ADDED', 'CHANGED', 'ENDED', 'UNCHANGED', 'REFUSED'];

/** @type {Record<Kind, Parameters<typeof icon>[0]>} */
const SIGNS = { ADDED: 'plus', CHANGED: 'changed', ENDED: 'ended', UNCHANGED: 'same', REFUSED: 'error' };

/** @param {Kind} kind @returns {SVGElement} a shape for each, so that no colour need be told apart */
export function kindSign(kind) {
  const sign = icon(SIGNS[kind]);
  sign.classList.add('kind-sign', kind);
  return sign;
}

/** @param {import('../types.js').Counts} counts @param {Kind} kind */
export function countOf(counts, kind) {
  return counts[/** @type {keyof import('../types.js').Counts} */ (kind.toLowerCase())];
}
