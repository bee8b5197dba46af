// @ts-check
import { el } from '../dom/el.js';

/**
 * What a reader can take home of a layer: files in every format with what was in force on the date shown, and the page that tells
 * about the data. Closed until asked for.
 *
 * @param {import('../api/types.js').Layer} layer
 * @param {{i18n: import('../i18n/I18n.js').I18n, api: import('../api/Api.js').Api, date: string}} options date: ISO, the one shown
 */
export function downloads(layer, { i18n, api, date }) {
  const { lang } = i18n;
  return el('details', { class: 'layer-downloads' },
    el('summary', {}, i18n.t('layers.download', { date: i18n.date(date) })),
    layer.attributes.some(({ isPrivate }) => isPrivate) ? el('p', { class: 'quiet' }, i18n.t('layers.privateFiles')) : null,
    el('ul', {}, ...layer.downloads.map((format) => el('li', {},
      el('a', { href: api.downloadUrl({ layer: layer.name, format: format.name, date, lang }), download: '' },
        i18n.pick(format.title)))),
    el('li', {}, el('a', { href: api.metadataUrl({ layer: layer.name, lang }) }, i18n.t('layers.about')))));
}
