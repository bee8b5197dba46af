// @ts-check
import { el } from '../../dom/el.js';

/**
 * Where a code is explained. In a window of its own: what is typed here stays.
 *
 * @param {string} code @param {string} text @param {'vi' | 'en'} lang
 */
export function aboutCode(code, text, lang) {
  return el('a', { href: `/imports/codes?lang=${lang}#${code}`, target: '_blank', rel: 'noopener', 'data-testid': 'about-code' }, text);
}
