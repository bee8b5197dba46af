// @ts-check
import { ApiError } from '../api/ApiError.js';
import { en } from './en.js';
import { fill } from './fill.js';
import { vi } from './vi.js';

/** @typedef {import('../api/types.js').Lang} Lang */
/** @typedef {keyof typeof vi} TextKey */

/** The reader's language: sentences, numbers and dates. */
export class I18n {
  constructor() {
    /** @type {Lang} */
    this._lang = 'vi';
  }

  get lang() {
    return this._lang;
  }

  /** Changes the language of everything that carries data-i18n, -label or -placeholder. @param {Lang} lang */
  use(lang) {
    this._lang = lang;
    document.documentElement.lang = lang;
    for (const node of document.querySelectorAll('[data-i18n]')) {
      node.textContent = this.t(/** @type {TextKey} */ (node.getAttribute('data-i18n')));
    }
    for (const node of document.querySelectorAll('[data-i18n-placeholder]')) {
      node.setAttribute('placeholder', this.t(/** @type {TextKey} */ (node.getAttribute('data-i18n-placeholder'))));
    }
    for (const node of document.querySelectorAll('[data-i18n-label]')) {
      const text = this.t(/** @type {TextKey} */ (node.getAttribute('data-i18n-label')));
      node.setAttribute('aria-label', text);
      if (node instanceof HTMLButtonElement) {
        node.title = text;
      }
    }
  }

  /** @param {TextKey} key @param {Record<string, string | number>} [values] for the {names} in the sentence */
  t(key, values = {}) {
    const sentence = (this._lang === 'en' ? en : vi)[key];
    return fill(sentence, values);
  }

  /** @param {import('../api/types.js').LocalizedText | null | undefined} text the other language where one is empty */
  pick(text) {
    return text ? text[this._lang] || text.vi || text.en || '' : '';
  }

  /** @param {unknown} error @returns {string} a sentence for people */
  error(error) {
    return this.t(`error.${error instanceof ApiError ? error.kind : 'server'}`);
  }

  /** @param {number} value */
  number(value) {
    return new Intl.NumberFormat(this._locale, { maximumFractionDigits: 2 }).format(value);
  }

  /** @param {string} iso a date, or an instant of which the date is shown @returns {string} 01/07/2025 or 1 July 2025 */
  date(iso) {
    const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
    if (Number.isNaN(date.getTime())) {
      return iso;
    }
    /** @type {Intl.DateTimeFormatOptions} */
    const style = this._lang === 'vi'
      ? { day: '2-digit', month: '2-digit', year: 'numeric' }
      : { day: 'numeric', month: 'long', year: 'numeric' };
    return new Intl.DateTimeFormat(this._locale, { ...style, timeZone: 'UTC' }).format(date);
  }

  get _locale() {
    return this._lang === 'vi' ? 'vi-VN' : 'en-GB';
  }
}
