// @ts-check
import { en as reviewEn } from '../../review/i18n/en.js';
import { ReviewI18n } from '../../review/i18n/ReviewI18n.js';
import { vi as reviewVi } from '../../review/i18n/vi.js';
import { en } from './en.js';
import { vi } from './vi.js';

/** The sentences of this page, and those about changes that the review page has. */
export class HistoryI18n extends ReviewI18n {
  constructor() {
    super({ vi: { ...reviewVi, ...vi }, en: { ...reviewEn, ...en } });
  }

  /** Where a change came from. @param {string} name as the server calls it */
  source(name) {
    const key = `source.${name}`;
    return key in vi ? this.t(key) : name;
  }
}
