// @ts-check
import { el } from '../../dom/el.js';
import { aboutCode } from './aboutCode.js';

/** @typedef {import('../i18n/ImportsI18n.js').ImportsI18n} ImportsI18n */

/** @param {import('../types.js').ChangeProperties} properties @param {ImportsI18n} i18n @returns {string} */
export function changeName({ label, key, row }, i18n) {
  const name = label && key && label !== key ? `${label} (${key})` : label || key || '';
  return name || i18n.t('changes.row', { row: row ?? '?' });
}

/**
 * What happens to one feature, in sentences.
 *
 * @param {import('../types.js').ChangeProperties} properties @param {ImportsI18n} i18n
 * @param {(attribute: string) => string} titleOf @returns {string[]}
 */
export function changeFacts(properties, i18n, titleOf) {
  const { changes, moved_m: moved, area_before_ha: before, area_after_ha: after, ends_on: endsOn, successors } = properties;
  const facts = [];
  if (changes) {
    facts.push(...changes.split('; ').map((change) => change
      .replace(/^(\w+)(?=: )/, (name) => titleOf(name))
      .replace(/: - → /, ': ')
      .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => i18n.date(date))));
  }
  if (moved !== undefined && moved > 0) {
    facts.push(i18n.t('changes.moved', { metres: i18n.metres(moved) }));
  }
  if (after !== undefined && before !== undefined && before !== after) {
    facts.push(i18n.t('changes.area', { before: i18n.number(before), after: i18n.number(after) }));
  } else if (after !== undefined || before !== undefined) {
    facts.push(i18n.t('changes.areaIs', { area: i18n.number(after ?? before ?? 0) }));
  }
  if (endsOn) {
    facts.push(i18n.t('changes.ends', { date: i18n.date(endsOn) }));
  }
  if (successors) {
    facts.push(i18n.t('changes.successors', { names: successors }));
  }
  return facts;
}

/**
 * @param {import('../types.js').Change} change @param {ImportsI18n} i18n @param {(attribute: string) => string} titleOf
 * @returns {HTMLElement} for a balloon on the map
 */
export function describeChange({ properties }, i18n, titleOf) {
  if (properties.side === 'issue') {
    const { severity = 'WARNING', message_vi: vi = '', message_en: en = '', remedy_vi: remedyVi = '', remedy_en: remedyEn = '' } = properties;
    return describeIssue({
      severity, code: properties.issues ?? '', row: properties.row ?? 0, field: null, lonLat: null, outcome: null,
      message: { vi, en }, remedy: { vi: remedyVi, en: remedyEn },
    }, i18n);
  }
  return el('div', { class: 'balloon' },
    el('p', { class: 'strong' }, changeName(properties, i18n)),
    el('p', {}, i18n.t(`kind.${/** @type {import('../types.js').Kind} */ (properties.kind)}`), properties.side === 'before' ? ` · ${i18n.t('changes.before')}` : ''),
    ...changeFacts(properties, i18n, titleOf).map((fact) => el('p', {}, fact)));
}

/** @param {import('../types.js').Finding} issue @param {ImportsI18n} i18n @returns {HTMLElement} */
export function describeIssue({ severity, code, row, message, remedy }, i18n) {
  return el('div', { class: 'balloon' },
    el('p', { class: 'strong' }, `${i18n.t(`severity.${severity}`)}${row > 0 ? ` · ${i18n.t('changes.row', { row })}` : ''}`),
    el('p', {}, i18n.pick(message)),
    i18n.pick(remedy) ? el('p', {}, el('span', { class: 'strong' }, `${i18n.t('issues.remedy')}: `), i18n.pick(remedy)) : null,
    el('p', {}, ...code.split(' ').filter(Boolean).flatMap((one) => [aboutCode(one, one, i18n.lang), ' '])));
}
