// @ts-check
import { el } from '../../dom/el.js';
import { message } from '../dom/message.js';

/** @typedef {import('../types.js').DataSet} DataSet */
/** @typedef {import('../types.js').Import} Import */

const CHOICE_CODES = ['SEVERAL_DATA_SETS', 'NO_SUCH_DATA_SET'];

/** @param {Import | null} one @returns {boolean} nothing can be read before one of its data sets is chosen */
export function needsDataSet(one) {
  return one !== null && one.dataSets.length > 1 && (one.state === 'NEW'
    || one.state === 'REFUSED' && CHOICE_CODES.some((code) => code in (one.report?.findings.counts ?? {})));
}

/** What was decided about one data set says nothing about another. @param {DataSet} set @returns {import('../types.js').Options} */
function choosing({ file, member }) {
  return {
    file, member: member ?? undefined, crs: undefined, swapXy: undefined, charset: undefined, charsets: undefined, fields: undefined,
  };
}

/** @param {DataSet} set */
function nameOf({ file, member }) {
  return member ? `${file} › ${member}` : file;
}

/**
 * All there are, one button each.
 *
 * @param {import('../Desk.js').Desk} desk @param {Import} one @param {string} layer as people call it
 * @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n @returns {HTMLElement}
 */
export function dataSetOffer(desk, one, layer, i18n) {
  return message('warning',
    el('p', { class: 'strong' }, i18n.t('sets.several', { n: i18n.number(one.dataSets.length), layer })),
    el('ul', { class: 'data-sets', 'data-testid': 'data-sets' }, ...one.dataSets.map((set) => el('li', {},
      el('button', {
        type: 'button', class: 'button', 'data-key': nameOf(set), onclick: () => desk.plan(choosing(set)),
      }, nameOf(set))))));
}

/**
 * The one that was read, and the others.
 *
 * @param {import('./UnderstoodStep.js').Understanding} shared @returns {HTMLElement | null}
 */
export function dataSetChoice({ i18n, dataSets, options, isFixed, onChange }) {
  if (dataSets.length < 2 || isFixed) {
    return null;
  }
  const isTaken = (/** @type {DataSet} */ set) => set.file === options.file && (set.member ?? null) === (options.member ?? null);
  const taken = dataSets.find(isTaken);
  return el('section', { class: 'part', 'aria-labelledby': 'part-data-set', 'data-testid': 'data-set' },
    el('h3', { id: 'part-data-set' }, i18n.t('sets.heading')),
    el('label', { class: 'field-label', for: 'data-set-select' }, i18n.t('sets.choose')),
    el('select', {
      id: 'data-set-select', 'data-key': 'data-set', 'data-testid': 'data-set-select',
      onchange: (event) => {
        const set = dataSets[Number(/** @type {HTMLSelectElement} */ (event.target).value)];
        if (set) {
          onChange(choosing(set));
        }
      },
    },
    taken ? null : el('option', { value: '', selected: true }, nameOf({ file: options.file ?? '', member: options.member ?? null })),
    ...dataSets.map((set, index) => el('option', { value: String(index), selected: set === taken }, nameOf(set)))));
}
