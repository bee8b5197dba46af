// @ts-check
import { el } from '../dom/el.js';

/** @typedef {import('../api/types.js').Attribute} Attribute */
/** @typedef {import('../i18n/I18n.js').I18n} I18n */

/**
 * The attributes of a feature that have a value, by title.
 *
 * @param {import('../api/types.js').Feature} feature
 * @param {Attribute[]} attributes
 * @param {{i18n: I18n, reference: (id: string, title: string | null) => HTMLElement}} options
 *   reference draws a link to another feature
 * @returns {HTMLElement}
 */
export function attributeList({ properties }, attributes, options) {
  const list = el('dl', { class: 'attributes' });
  // A reference is shown once, by the name of what it points to; the server also sends that name by itself.
  const named = attributes.filter(({ type }) => type === 'reference').map(({ name }) => `${name}_name`);
  for (const attribute of attributes.filter(({ name }) => !named.includes(name))) {
    const value = properties[attribute.name];
    if (isFilled(value)) {
      const title = properties[`${attribute.name}_name`];
      list.append(
        el('dt', {}, options.i18n.pick(attribute.title) || attribute.name, ...privateMark(attribute, options.i18n)),
        el('dd', { 'data-attribute': attribute.name }, attribute.type === 'reference'
          ? displayReference(String(value), isFilled(title) ? String(title) : null, attribute, options)
          : display(value, attribute, options)),
      );
    }
  }
  return list;
}

/**
 * A reminder that not everybody sees this.
 *
 * @param {Attribute} attribute @param {I18n} i18n @returns {(string | HTMLElement)[]} nothing for what is public
 */
export function privateMark({ isPrivate }, i18n) {
  return isPrivate ? [' ', el('span', { class: 'private-mark', title: i18n.t('details.privateHint') }, i18n.t('details.private'))] : [];
}

/** @param {unknown} value @returns {boolean} whether there is anything to show */
export function isFilled(value) {
  return value !== null && value !== undefined && value !== '';
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
 * @param {string} number @param {string | null} title @param {Attribute} attribute
 * @param {{reference: (id: string, title: string | null) => HTMLElement}} options
 * @returns {HTMLElement | string} plain text where the catalogue does not say to which layer it points
 */
function displayReference(number, title, { references }, { reference }) {
  return references ? reference(`${references}.${number}`, title) : title ?? number;
}

/**
 * @param {unknown} value @param {Attribute} attribute @param {{i18n: I18n}} options
 * @returns {HTMLElement | string}
 */
function display(value, attribute, { i18n }) {
  const text = formatValue(value, attribute, i18n);
  // Only these two schemes: an address from the data could otherwise be a script.
  if (attribute.type === 'text' && /^https?:\/\/[^\s]+$/i.test(text)) {
    return el('a', { href: text, rel: 'noopener noreferrer nofollow', target: '_blank' }, text.replace(/^https?:\/\//i, ''));
  }
  if (attribute.name === 'phone') {
    return el('a', { href: `tel:${text.replace(/[^\d+]/g, '')}` }, text);
  }
  return text;
}
