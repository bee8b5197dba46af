// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';

const SURE = 0.9;
const LIKELY = 0.6;

/** Names that people know better than the codes. @type {Record<string, string>} */
const NAMES = {
  'utf-8': 'Unicode (UTF-8)',
  tcvn3: 'TCVN3 (ABC)',
  'tcvn3-h': 'TCVN3 (ABC) .VnTimeH',
  vni: 'VNI Windows',
  'windows-1258': 'Windows-1258',
  'windows-1252': 'Windows-1252',
  tcvn5712: 'TCVN 5712',
  viscii: 'VISCII',
};

/** @param {string} charset @returns {string} */
export function charsetName(charset) {
  const folded = charset.toLowerCase();
  const inner = folded.replace(/-in-utf-8$/, '');
  const name = NAMES[inner] ?? charset;
  return inner === folded ? name : `${name} → UTF-8`;
}

/** @param {string} hex bytes, as in `53 e3 63` @returns {string} as a program shows them that knows no Vietnamese */
export function asWesternText(hex) {
  const bytes = (hex.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => parseInt(pair, 16));
  return new TextDecoder('windows-1252').decode(new Uint8Array(bytes));
}

/**
 * The letters: column by column how they were read, how sure that is, and values before and after.
 *
 * @param {import('./UnderstoodStep.js').Understanding} shared @returns {HTMLElement | null}
 */
export function textChoice(shared) {
  const { i18n, report, options, isFixed } = shared;
  const { charset, texts } = report.decisions;
  if (!charset && texts.length === 0) {
    return null;
  }
  return el('section', { class: 'part', 'aria-labelledby': 'part-texts', 'data-testid': 'texts' },
    el('h3', { id: 'part-texts' }, i18n.t('texts.heading')),
    charset ? el('p', { class: 'decision' }, charsetName(charset.value)) : null,
    charset ? el('p', { class: 'quiet' }, i18n.t('why', { reason: i18n.pick(charset.reason) })) : null,
    isFixed ? null : el('label', { class: 'field-label', for: 'charset-select' }, i18n.t('texts.chooseAll')),
    isFixed ? null : select(shared, 'charset-select', options.charset ?? '', i18n.t('texts.auto'),
      (value) => shared.onChange({ charset: value || undefined })),
    columns(shared, texts.filter((text) => !isClear(shared, text))),
    folded(shared, texts.filter((text) => isClear(shared, text))));
}

/**
 * Nothing to look at: it is Unicode, and nobody has chosen otherwise.
 *
 * @param {import('./UnderstoodStep.js').Understanding} shared @param {import('../types.js').TextDecision} text
 */
function isClear({ options }, text) {
  return text.charset.toLowerCase() === 'utf-8' && text.confidence >= SURE && !options.charsets?.[text.field];
}

/** @param {import('./UnderstoodStep.js').Understanding} shared @param {import('../types.js').TextDecision[]} texts */
function columns(shared, texts) {
  return texts.length === 0 ? null : el('ul', { class: 'columns' }, ...texts.map((text) => column(shared, text)));
}

/** @param {import('./UnderstoodStep.js').Understanding} shared @param {import('../types.js').TextDecision[]} texts */
function folded(shared, texts) {
  return texts.length === 0 ? null : el('details', { class: 'clear-columns', 'data-key': 'clear-columns' },
    el('summary', {}, shared.i18n.t('texts.clear', { n: texts.length })), columns(shared, texts));
}

/** @param {import('./UnderstoodStep.js').Understanding} shared @param {import('../types.js').TextDecision} text */
function column(shared, text) {
  const { i18n, options, report, isFixed } = shared;
  const charsets = options.charsets ?? {};
  const index = report.decisions.texts.indexOf(text);
  const isPlain = text.charset.toLowerCase() === 'utf-8';
  const level = text.confidence >= SURE ? 'sure' : text.confidence >= LIKELY ? 'likely' : 'unsure';
  return el('li', { class: 'column', 'data-testid': 'text-column', 'data-field': text.field },
    el('div', { class: 'column-head' },
      el('span', { class: 'column-name' }, text.field),
      el('span', {}, charsetName(text.charset)),
      el('span', { class: `tag ${level}` }, icon(level === 'sure' ? 'done' : 'warning'),
        i18n.t(`texts.${level}`, { percent: i18n.percent(text.confidence) }))),
    isPlain ? null : el('p', { class: 'quiet' }, i18n.pick(text.reason)),
    el('ul', { class: 'samples' }, ...text.samples.slice(0, isPlain ? 2 : 3).map((sample) => el('li', {},
      isPlain ? null : el('span', { class: 'before' }, el('span', { class: 'hidden' }, `${i18n.t('texts.before')}: `), asWesternText(sample.raw)),
      isPlain ? null : el('span', { 'aria-hidden': 'true' }, '→'),
      el('span', { class: 'after' }, el('span', { class: 'hidden' }, `${i18n.t('texts.after')}: `), sample.text)))),
    isFixed ? null : el('label', { class: 'hidden', for: `charset-${index}` }, i18n.t('texts.chooseOne', { field: text.field })),
    isFixed ? null : select(shared, `charset-${index}`, charsets[text.field] ?? '', i18n.t('texts.keep'), (value) => {
      const { [text.field]: _old, ...others } = charsets;
      shared.onChange({ charsets: value ? { ...others, [text.field]: value } : others });
    }));
}

/**
 * @param {import('./UnderstoodStep.js').Understanding} shared @param {string} id @param {string} chosen @param {string} none
 * @param {(value: string) => void} onChoice
 */
function select({ overview }, id, chosen, none, onChoice) {
  const charsets = chosen && !overview.charsets.includes(chosen) ? [...overview.charsets, chosen] : overview.charsets;
  return el('select', {
    id, 'data-key': id, 'data-testid': id, onchange: (event) => onChoice(/** @type {HTMLSelectElement} */ (event.target).value),
  }, el('option', { value: '' }, none), ...charsets.map((name) => el('option', { value: name, selected: name === chosen }, charsetName(name))));
}
