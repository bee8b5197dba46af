// @ts-check
import { el } from '../dom/el.js';

/**
 * The legend of one layer as the server draws it, so that it cannot differ from the map.
 *
 * @param {{url: string, title: string, i18n: import('../i18n/I18n.js').I18n}} legend
 * @returns {HTMLElement}
 */
export function legendImage({ url, title, i18n }) {
  const image = el('img', { class: 'legend-image', src: url, alt: i18n.t('layers.legend', { title }) });
  const box = el('div', { class: 'legend' }, image);
  image.addEventListener('error', () => {
    box.replaceChildren(el('p', { class: 'quiet' }, i18n.t('layers.noLegend')));
  });
  return box;
}
