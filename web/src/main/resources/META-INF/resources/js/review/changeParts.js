// @ts-check
import { formatValue } from '../details/attributeList.js';
import { el } from '../dom/el.js';

/** @typedef {import('./i18n/ReviewI18n.js').ReviewI18n} ReviewI18n */

/**
 * How far a border moved, and by how much the area changed.
 *
 * @param {ReviewI18n} i18n @param {any} shift as the server tells it; null: not at all @returns {string} empty: nothing to tell
 */
export function shiftText(i18n, shift) {
  return [
    shift?.movedMetres ? i18n.t('changes.moved', { m: i18n.number(shift.movedMetres) }) : null,
    shift && shift.hectaresBefore !== null && shift.hectaresAfter ? i18n.t('changes.area', {
      before: i18n.number(shift.hectaresBefore), after: i18n.number(shift.hectaresAfter), change: i18n.change(shift.hectaresChanged),
    }) : null,
  ].filter(Boolean).join('; ');
}

/**
 * What was and what is, attribute by attribute.
 *
 * @param {ReviewI18n} i18n @param {any[]} fields as the server tells them
 * @param {import('../api/types.js').Layer | undefined} layer that they are of; undefined: values are written as they are stored
 */
export function fieldTable(i18n, fields, layer) {
  const text = (/** @type {string} */ name, /** @type {any} */ value) => {
    const attribute = layer?.attributes.find((each) => each.name === name);
    return value === null ? '—' : attribute ? formatValue(value, attribute, i18n) : typeof value === 'number' ? i18n.number(value) : String(value);
  };
  return el('div', { class: 'table-wrap' }, el('table', {},
    el('thead', {}, el('tr', {}, ...['property', 'before', 'after'].map((key) => el('th', { scope: 'col' }, i18n.t(`changes.${key}`))))),
    el('tbody', {}, ...fields.map((field) => el('tr', {},
      el('th', { scope: 'row' }, i18n.pick(field.title)),
      el('td', { class: field.before === null ? '' : 'before' }, field.beforeName ?? text(field.name, field.before)),
      el('td', { class: field.after === null ? '' : 'after' }, field.afterName ?? text(field.name, field.after)))))));
}
