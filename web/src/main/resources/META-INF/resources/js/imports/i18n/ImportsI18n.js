// @ts-check
import { I18n } from '../../i18n/I18n.js';
import { Problem } from '../api/Problem.js';
import { en } from './en.js';
import { onThePage } from './onThePage.js';
import { vi } from './vi.js';

/** @typedef {keyof typeof vi} ImportsKey */
/** @typedef {ImportsKey | import('../../i18n/I18n.js').TextKey} AnyKey */

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** The viewer's sentences and those of this page, which the public never loads. */
export class ImportsI18n extends I18n {
  /**
   * @override
   * @param {AnyKey} key @param {Record<string, string | number>} [values]
   */
  t(key, values = {}) {
    const sentence = /** @type {Record<string, string>} */ (this.lang === 'en' ? en : vi)[key];
    if (sentence === undefined) {
      return super.t(/** @type {import('../../i18n/I18n.js').TextKey} */ (key), values);
    }
    return sentence.replace(/\{(\w+)\}/g, (_whole, name) => String(values[name] ?? ''));
  }

  /**
   * @override
   * @param {import('../../api/types.js').LocalizedText | null | undefined} text
   */
  pick(text) {
    return onThePage(super.pick(text), this.lang);
  }

  /** @override @param {unknown} error @returns {string} the server's own words, where it has some */
  error(error) {
    if (!(error instanceof Problem)) {
      return super.error(error);
    }
    return this.pick(error.text) || this.t(error.status === 0 ? 'error.offline' : error.isLost ? 'error.busy' : 'error.server');
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

  /** @param {number} metres */
  metres(metres) {
    return metres < 10_000
      ? `${this.number(metres < 10 ? metres : Math.round(metres))} m`
      : `${this.number(Math.round(metres / 100) / 10)} km`;
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

  /** @param {string} iso instant @returns {string} in Vietnam's time, which is the legal one */
  instant(iso) {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(this._locale, {
      day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh',
    }).format(date);
  }
}
