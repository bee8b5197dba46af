// @ts-check
import { el } from '../../dom/el.js';
import { message } from '../dom/message.js';

/** What stands in the select for "whatever the program finds": no attribute is called so. */
const AUTO = '*';

/**
 * Which column of the file is what on the map.
 *
 * @param {import('./UnderstoodStep.js').Understanding} shared @returns {HTMLElement | null}
 */
export function fieldChoice(shared) {
  const { i18n, report, preview, layer } = shared;
  const decided = new Map(report.decisions.fields.map((one) => [one.field, one]));
  const names = preview ? preview.fields.map(({ name }) => name) : [...decided.keys()];
  if (names.length === 0) {
    return null;
  }
  const used = new Set([...decided.values()].map(({ attribute }) => attribute));
  const missing = (layer?.attributes ?? []).filter(({ name }) => !used.has(name) && !['fid', 'version', 'valid_from', 'valid_to', 'decision'].includes(name));
  return el('section', { class: 'part wide', 'aria-labelledby': 'part-fields', 'data-testid': 'fields' },
    el('h3', { id: 'part-fields' }, i18n.t('fields.heading')),
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'part-fields' },
      el('table', { class: 'plain mapping' },
        el('thead', {}, el('tr', {}, ...['fields.column', 'fields.example', 'fields.attribute']
          .map((key) => el('th', { scope: 'col' }, i18n.t(/** @type {import('../i18n/ImportsI18n.js').ImportsKey} */ (key)))))),
        el('tbody', {}, ...names.map((name, index) => row(shared, name, index, decided.get(name)))))),
    missing.length > 0 ? message('info', el('p', {}, i18n.t('fields.missing', { names: missing.map(({ title }) => i18n.pick(title)).join(', ') }))) : null);
}

/**
 * @param {import('./UnderstoodStep.js').Understanding} shared @param {string} name @param {number} index
 * @param {{attribute: string, reason: import('../types.js').LocalizedText} | undefined} decision
 */
function row(shared, name, index, decision) {
  const { i18n, preview, isFixed } = shared;
  const example = preview?.rows.map(({ values }) => values[index]).find((value) => value !== null && value !== '') ?? '';
  const title = decision ? titleOf(shared, decision.attribute) : i18n.t('fields.none');
  return el('tr', { 'data-testid': 'field-row', 'data-field': name },
    el('th', { scope: 'row' }, name),
    el('td', { class: 'example' }, example),
    el('td', {},
      isFixed ? title : choice(shared, name, index, decision?.attribute ?? ''),
      decision ? el('span', { class: 'quiet' }, i18n.pick(decision.reason)) : null));
}

/** @param {import('./UnderstoodStep.js').Understanding} shared @param {string} name @param {number} index @param {string} taken */
function choice(shared, name, index, taken) {
  const { i18n, options, layer, onChange } = shared;
  const fields = options.fields ?? {};
  const chosen = name in fields ? fields[name] : AUTO;
  const automatic = name in fields ? i18n.t('fields.auto')
    : taken ? i18n.t('fields.autoIs', { title: titleOf(shared, taken) }) : i18n.t('fields.none');
  const attributes = (layer?.attributes ?? []).map((one) => ({ value: one.name, text: i18n.pick(one.title) }));
  // Private attributes are in no catalogue; one that was chosen by name must not get lost.
  if (chosen && chosen !== AUTO && !attributes.some(({ value }) => value === chosen)) {
    attributes.push({ value: chosen, text: chosen });
  }
  const option = (/** @type {string} */ value, /** @type {string} */ text) => el('option', { value, selected: value === chosen }, text);
  return el('select', {
    'aria-label': i18n.t('fields.choose', { field: name }), 'data-key': `field-${index}`, 'data-testid': `field-${index}`,
    onchange: (event) => {
      const { value } = /** @type {HTMLSelectElement} */ (event.target);
      const { [name]: _old, ...others } = fields;
      onChange({ fields: value === AUTO ? others : { ...others, [name]: value } });
    },
  },
  option(AUTO, automatic), option('', i18n.t('fields.leaveOut')), ...attributes.map(({ value, text }) => option(value, text)));
}

/** @param {import('./UnderstoodStep.js').Understanding} shared @param {string} attribute */
function titleOf({ i18n, layer }, attribute) {
  return i18n.pick(layer?.attributes.find(({ name }) => name === attribute)?.title) || attribute;
}
