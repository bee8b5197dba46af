// @ts-check
import { Problem } from '../api/Problem.js';
import { texts } from '../page/texts.js';
import { fill } from './fill.js';
import { I18n } from './I18n.js';

/** The viewer's sentences and those of a page of its own, which the public never loads. */
export class PageI18n extends I18n {
  /** @param {{vi: Record<string, string>, en: Record<string, string>}} own the page's sentences */
  constructor(own) {
    super();
    this._own = /** @type {Record<import('../api/types.js').Lang, Record<string, string>>} */ ({
      vi: { ...texts.vi, ...own.vi }, en: { ...texts.en, ...own.en },
    });
  }

  /** @override @param {any} key @param {Record<string, string | number>} [values] */
  t(key, values = {}) {
    const sentence = this._own[this.lang][key];
    return sentence === undefined ? super.t(key, values) : fill(sentence, values);
  }

  /** @override @param {unknown} error @returns {string} the server's own words, where it has some */
  error(error) {
    if (!(error instanceof Problem)) {
      return super.error(error);
    }
    return this.pick(error.text) || this.t(error.status === 0 ? 'error.offline' : error.isLost ? 'error.busy' : 'error.server');
  }

  /** @param {string} iso instant @returns {string} in Vietnam's time, which is the legal one */
  instant(iso) {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(this._locale, {
      day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh',
    }).format(date);
  }

  /** @param {number} metres */
  metres(metres) {
    return metres < 10_000
      ? `${this.number(metres < 10 ? metres : Math.round(metres))} m`
      : `${this.number(Math.round(metres / 100) / 10)} km`;
  }
}
