// @ts-check
import { el } from '../dom/el.js';

/** @typedef {import('../api/types.js').Attribute} Attribute */
/** @typedef {import('../i18n/I18n.js').I18n} I18n */

/**
 * The attributes of a feature that have a value, by title.
 *
 * @param {import('../api/types.js').Feature} feature
 * @param {Attribute[]} attributes
 * @param {{i18n: I18n, reference: (id: string) => HTMLElement}} options reference draws a link to another feature
 * @returns {HTMLElement}
 */
export function attributeList({ properties }, attributes, options) {
  const list = el('dl', { class: 'attributes' });
  for (const attribute of attributes) {
    const value = properties[attribute.name];
    if (value !== null && value !== undefined && value !== '') {
      list.append(
        el('dt', {}, options.i18n.pick(attribute.title) || attribute.name),
        el('dd', { 'data-attribute': attribute.name }, display(value, attribute, options)),
      );
    }
  }
  return list;
}

/**
 * @param {unknown} value
 * @param {Attribute} attribute
 * @param {I18n} i18n
 * @returns {string} as people write it
 */
export function formatValue(value, { type, codes }, i18n) {
  switch (type) {
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? i18n.number(value) : String(value);
    case 'date':
      return i18n.date(String(value));
    case 'boolean':
      return i18n.t(value === true || value === 'true' ? 'value.yes' : 'value.no');
    case 'code': {
      const entry = codes?.find(({ code }) => code === value);
      return entry ? i18n.pick(entry.title) : String(value);
    }
    default:
      return String(value);
  }
}

/**
 * @param {unknown} value @param {Attribute} attribute
 * @param {{i18n: I18n, reference: (id: string) => HTMLElement}} options
 * @returns {HTMLElement | string}
 */
function display(value, attribute, { i18n, reference }) {
  const text = formatValue(value, attribute, i18n);
  if (attribute.type === 'reference') {
    const id = /\.\d+$/.test(text) ? text : `${attribute.references}.${text}`;
    return attribute.references || id === text ? reference(id) : text;
  }
  // Only these two schemes: an address from the data could otherwise be a script.
  if (attribute.type === 'text' && /^https?:\/\/[^\s]+$/i.test(text)) {
    return el('a', { href: text, rel: 'noopener noreferrer nofollow', target: '_blank' }, text.replace(/^https?:\/\//i, ''));
  }
  if (attribute.name === 'phone') {
    return el('a', { href: `tel:${text.replace(/[^\d+]/g, '')}` }, text);
  }
  return text;
}
