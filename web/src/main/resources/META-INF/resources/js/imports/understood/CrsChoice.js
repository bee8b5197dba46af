// @ts-check
import { el } from '../../dom/el.js';
import { button } from '../dom/message.js';

/** @typedef {import('../types.js').EvidenceLine} EvidenceLine */

/** On the command line, and so in reports: `--crs EPSG:9209/km --swap-xy`. @param {string} option */
export function parseOption(option) {
  return { crs: /--crs\s+(\S+)/.exec(option)?.[1] ?? '', swapXy: option.includes('--swap-xy') };
}

/**
 * The coordinate system: what was taken and why, how far off the features would lie with others, and the choice.
 *
 * @param {import('./UnderstoodStep.js').Understanding} shared @returns {HTMLElement}
 */
export function crsChoice(shared) {
  const { i18n, report, options, isFixed } = shared;
  const { crs, place } = report.decisions;
  return el('section', { class: 'part', 'aria-labelledby': 'part-crs', 'data-testid': 'crs' },
    el('h3', { id: 'part-crs' }, i18n.t('crs.heading')),
    el('p', { class: 'decision' }, crs ? crs.value : i18n.t('crs.none')),
    crs ? el('p', { class: 'quiet' }, i18n.t('why', { reason: i18n.pick(crs.reason) })) : null,
    report.decisions.transformation ? el('p', { class: 'quiet' }, i18n.t('crs.transformation', { name: report.decisions.transformation })) : null,
    place && place.candidates.length > 0 ? evidence(shared, place) : null,
    isFixed ? null : el('label', { class: 'field-label', for: 'crs-select' }, i18n.t('crs.choose')),
    isFixed ? null : systems(shared),
    isFixed ? null : el('label', { class: 'check' },
      el('input', {
        type: 'checkbox', checked: options.swapXy === true, 'data-key': 'swap', 'data-testid': 'swap-xy',
        onchange: (event) => shared.onChange({ swapXy: /** @type {HTMLInputElement} */ (event.target).checked }),
      }), el('span', {}, i18n.t('crs.swap'))));
}

/** @param {import('./UnderstoodStep.js').Understanding} shared */
function systems({ i18n, options, overview, onChange, report }) {
  const chosen = options.crs ?? '';
  const named = new Map(overview.systems.map(({ code, title }) => [code, `${i18n.pick(title)} (${code})`]));
  for (const { option, name } of report.decisions.place?.candidates ?? []) {
    const { crs } = parseOption(option);
    if (crs && !named.has(crs)) {
      named.set(crs, `${name} (${crs})`);
    }
  }
  if (chosen && chosen !== 'auto' && !named.has(chosen)) {
    named.set(chosen, chosen);
  }
  const option = (/** @type {string} */ value, /** @type {string} */ text) => el('option', { value, selected: value === chosen }, text);
  return el('select', {
    id: 'crs-select', 'data-key': 'crs', 'data-testid': 'crs-select',
    onchange: (event) => onChange({ crs: /** @type {HTMLSelectElement} */ (event.target).value || undefined }),
  },
  option('', i18n.t('crs.byFile')),
  option('auto', i18n.t('crs.auto')),
  ...[...named].map(([code, text]) => option(code, text)));
}

/** @param {import('./UnderstoodStep.js').Understanding} shared @param {import('../types.js').PlaceEvidence} place */
function evidence({ i18n, isFixed, onChange, report }, place) {
  const isOnlyCountry = place.basis === 'COUNTRY';
  const taken = report.decisions.crs?.value.split(' ')[0];
  const rows = place.candidates.slice(0, 5).map((line) => {
    const { crs, swapXy } = parseOption(line.option);
    const isTaken = crs === taken && place.candidates.filter((other) => parseOption(other.option).crs === crs)[0] === line;
    return el('tr', { class: isTaken ? 'taken' : null },
      el('th', { scope: 'row' }, line.name, el('span', { class: 'quiet' }, ` ${crs}${swapXy ? `, ${i18n.t('crs.swapped')}` : ''}`)),
      el('td', {}, i18n.percent(line.inside)),
      isOnlyCountry ? null : el('td', {}, distance(line.medianMetres, i18n)),
      el('td', {}, isTaken ? el('span', { class: 'strong' }, i18n.t('crs.taken')) : isFixed ? '' : button(i18n.t('crs.use'), () => onChange({ crs, swapXy }), {
        kind: 'compact', key: `use-${line.option}`, label: i18n.t('crs.useNamed', { name: `${line.name} ${crs}` }), testid: 'crs-use',
      })));
  });
  return el('div', {},
    el('p', { class: 'quiet' }, i18n.t(`crs.${place.basis}`, { rows: i18n.number(place.rows) })),
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': i18n.t('crs.evidence') },
      el('table', { class: 'plain', 'data-testid': 'crs-evidence' },
        el('thead', {}, el('tr', {},
          el('th', { scope: 'col' }, i18n.t('crs.system')),
          el('th', { scope: 'col' }, i18n.t(isOnlyCountry ? 'crs.inCountry' : 'crs.inside')),
          isOnlyCountry ? null : el('th', { scope: 'col' }, i18n.t('crs.away')),
          el('th', { scope: 'col' }, el('span', { class: 'hidden' }, i18n.t('crs.choice'))))),
        el('tbody', {}, ...rows))));
}

/** @param {number | null} metres @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n */
function distance(metres, i18n) {
  return metres === null ? i18n.t('crs.outside') : i18n.metres(metres);
}
