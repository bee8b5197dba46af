// @ts-check
import { PageI18n } from '../../i18n/PageI18n.js';
import { en } from './en.js';
import { onThePage } from './onThePage.js';
import { vi } from './vi.js';

/** @typedef {keyof typeof vi} ImportsKey */

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** The sentences of this page. */
export class ImportsI18n extends PageI18n {
  constructor() {
    super({ vi, en });
  }

  /**
   * @override
   * @param {import('../../api/types.js').LocalizedText | null | undefined} text
   */
  pick(text) {
    return onThePage(super.pick(text), this.lang);
  }

  /** @param {number} bytes @returns {string} 1,5 MB */
  bytes(bytes) {
    const power = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)));
    const value = bytes / 1000 ** power;
    const digits = power === 0 || value >= 100 ? 0 : 1;
    return `${new Intl.NumberFormat(this._locale, { maximumFractionDigits: digits }).format(value)} ${UNITS[power]}`;
  }

  /** @param {number} seconds left @returns {string} rounded: nobody believes a second */
  duration(seconds) {
    if (seconds < 60) {
      return this.t('time.seconds', { n: Math.max(5, Math.ceil(seconds / 5) * 5) });
    }
    return seconds < 3600
      ? this.t('time.minutes', { n: Math.ceil(seconds / 60) })
      : this.t('time.hours', { n: Math.ceil(seconds / 3600) });
  }

  /** @param {number} share 0 to 1 */
  percent(share) {
    return `${this.number(Math.round(share * 100))} %`;
  }

  /** @param {string} iso date @returns {string} in words: 07/01 is another day in another country */
  longDate(iso) {
    return new Intl.DateTimeFormat(this._locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
      .format(new Date(`${iso}T00:00:00Z`));
  }

  /** @param {import('../types.js').Options | null} options @returns {string} from when on, and until when if that was said */
  period(options) {
    const { validFrom, validTo } = options ?? {};
    const from = validFrom ? this.date(validFrom) : this.t('understood.noDate');
    return validTo ? this.t('understood.until', { from, to: this.date(validTo) }) : from;
  }
}
