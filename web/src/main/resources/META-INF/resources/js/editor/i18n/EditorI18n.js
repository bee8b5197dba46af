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

  /** @param {string} title @returns {string} none for one that the editor gave because the officer gave none, in either language */
  givenTitle(title) {
    return title === vi['draft.untitled'] || title === en['draft.untitled'] ? '' : title;
  }

  /** @param {number} squareMetres @returns {string} hectares, to the square metre */
  hectares(squareMetres) {
    return `${new Intl.NumberFormat(this._locale, { minimumFractionDigits: 2, maximumFractionDigits: squareMetres < 1e6 ? 4 : 2 }).format(squareMetres / 1e4)} ha`;
  }

  /** @param {number} squareMetres @returns {string} as the server writes sizes of findings: hectares, or square metres of less than one */
  land(squareMetres) {
    const [value, digits, unit] = squareMetres >= 1e4 ? [squareMetres / 1e4, 2, 'ha'] : [squareMetres, squareMetres < 100 ? 1 : 0, 'm²'];
    return `${new Intl.NumberFormat(this._locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false }).format(value)} ${unit}`;
  }

  /** @param {readonly [lon: number, lat: number]} degrees @returns {string} to the metre */
  lonLat([lon, lat]) {
    const number = new Intl.NumberFormat(this._locale, { minimumFractionDigits: 5, maximumFractionDigits: 5 });
    const [north, east] = this.lang === 'vi' ? ['B', 'Đ'] : ['N', 'E'];
    return `${number.format(lat)}° ${north}, ${number.format(lon)}° ${east}`;
  }

  /** @param {string} iso instant @returns {string} in Vietnam's time: the hour, and the day if it was another one */
  time(iso) {
    const day = (/** @type {Date} */ date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(date);
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) || day(date) !== day(new Date()) ? this.instant(iso)
      : new Intl.DateTimeFormat(this._locale, { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }).format(date);
  }

  /** @param {number} metres @returns {string} to the centimetre: what an edge is measured in */
  exactMetres(metres) {
    return new Intl.NumberFormat(this._locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(metres);
  }
}
