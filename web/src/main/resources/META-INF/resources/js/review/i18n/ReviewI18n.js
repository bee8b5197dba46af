// @ts-check
import { PageI18n } from '../../i18n/PageI18n.js';
import { en } from './en.js';
import { vi } from './vi.js';

/** The sentences of this page. */
export class ReviewI18n extends PageI18n {
  /** @param {{vi: Record<string, string>, en: Record<string, string>}} [own] of a page that shows changes too */
  constructor(own = { vi, en }) {
    super(own);
  }

  /** @param {number} value @returns {string} with its sign */
  change(value) {
    return new Intl.NumberFormat(this._locale, { maximumFractionDigits: 4, signDisplay: 'exceptZero' }).format(value);
  }
}
