// @ts-check
import { PageI18n } from '../../i18n/PageI18n.js';
import { en } from './en.js';
import { vi } from './vi.js';

/** @typedef {keyof typeof vi} EditorKey */

/** The sentences of the editor. */
export class EditorI18n extends PageI18n {
  constructor() {
    super({ vi, en });
  }

  /** @param {string} key @returns {boolean} */
  has(key) {
    return key in vi;
  }

  /** @param {number} squareMetres @returns {string} hectares, to the square metre */
  hectares(squareMetres) {
    return `${new Intl.NumberFormat(this._locale, { minimumFractionDigits: 2, maximumFractionDigits: squareMetres < 1e6 ? 4 : 2 }).format(squareMetres / 1e4)} ha`;
  }

  /** @param {number} metres @returns {string} to the centimetre: what an edge is measured in */
  exactMetres(metres) {
    return new Intl.NumberFormat(this._locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(metres);
  }
}
