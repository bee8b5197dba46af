// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { kindSign } from '../changes/kinds.js';

/** @typedef {import('../types.js').Finding} Finding */

/** The first rows of the file, as they lie in it or as they were read; what is wrong with a cell is said in it. */
export class PreviewTable {
  /** @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n */
  constructor(i18n) {
    this._i18n = i18n;
    this._isRaw = false;
  }

  /** @param {import('./UnderstoodStep.js').Understanding} shared @returns {HTMLElement | null} */
  build({ preview, report }) {
    if (!preview || preview.rows.length === 0) {
      return null;
    }
    const t = this._i18n;
    const body = el('div', { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-labelledby': 'part-preview' });
    const findings = byCell(report.findings.issues);
    const draw = () => body.replaceChildren(this._table(preview, findings));
    draw();
    return el('section', { class: 'part wide', 'aria-labelledby': 'part-preview', 'data-testid': 'preview' },
      el('div', { class: 'part-head' },
        el('h3', { id: 'part-preview' }, preview.total > preview.rows.length
          ? t.t('preview.heading', { shown: t.number(preview.rows.length), total: t.number(preview.total) })
          : t.t('preview.headingFirst', { shown: t.number(preview.rows.length) })),
        el('fieldset', { class: 'switch' },
          el('legend', { class: 'hidden' }, t.t('preview.show')),
          this._radio('read', !this._isRaw, draw), this._radio('raw', this._isRaw, draw))),
      body);
  }

  /** @param {'raw' | 'read'} name @param {boolean} checked @param {() => void} draw */
  _radio(name, checked, draw) {
    return el('label', {},
      el('input', {
        type: 'radio', name: 'preview', value: name, checked, 'data-key': `preview-${name}`, 'data-testid': `preview-${name}`,
        onchange: () => {
          this._isRaw = name === 'raw';
          draw();
        },
      }), el('span', {}, this._i18n.t(`preview.${name}`)));
  }

  /** @param {import('../types.js').Preview} preview @param {Map<string, Finding[]>} findings */
  _table(preview, findings) {
    const t = this._i18n;
    return el('table', { class: 'grid' },
      el('thead', {}, el('tr', {},
        el('th', { scope: 'col' }, t.t('preview.row')),
        el('th', { scope: 'col' }, t.t('preview.outcome')),
        ...preview.fields.map(({ name, attribute }) => el('th', { scope: 'col', class: attribute ? null : 'unused' }, name)))),
      el('tbody', {}, ...preview.rows.map((row) => el('tr', {},
        el('th', { scope: 'row' }, String(row.row)),
        el('td', { class: 'outcome' }, row.outcome ? kindSign(row.outcome) : null, row.outcome ? t.t(`kind.${row.outcome}`) : '–', this._rowIssues(row, findings)),
        ...preview.fields.map(({ name, attribute }, index) => this._cell(
          (this._isRaw ? row.raw : row.values)[index], findings.get(cellKey(row.row, name)), attribute === null))))));
  }

  /** Findings of no column. @param {import('../types.js').Preview['rows'][number]} row @param {Map<string, Finding[]>} findings */
  _rowIssues(row, findings) {
    const about = findings.get(cellKey(row.row, ''));
    return about ? this._sign(about) : null;
  }

  /** @param {string | null} value @param {Finding[] | undefined} found @param {boolean} isUnused */
  _cell(value, found, isUnused) {
    return el('td', { class: [found ? `marked ${found[0].severity}` : '', isUnused ? 'unused' : ''].join(' ').trim() || null },
      found ? this._sign(found) : null,
      value === null ? el('span', { class: 'quiet' }, this._i18n.t('preview.empty')) : value);
  }

  /** @param {Finding[]} found */
  _sign(found) {
    const text = found.map((one) => `${this._i18n.t(`severity.${one.severity}`)}: ${this._i18n.pick(one.message)}`).join('\n');
    const sign = icon(found.some(({ severity }) => severity === 'ERROR') ? 'error' : found.some(({ severity }) => severity === 'WARNING') ? 'warning' : 'info');
    return el('span', { class: 'cell-sign', title: text }, sign, el('span', { class: 'hidden' }, `${text} `));
  }
}

/** @param {number} row @param {string} field */
function cellKey(row, field) {
  return `${row}\n${field}`;
}

/** @param {readonly Finding[]} issues @returns {Map<string, Finding[]>} by row and field, the worst first */
function byCell(issues) {
  const order = ['ERROR', 'WARNING', 'INFO'];
  /** @type {Map<string, Finding[]>} */
  const found = new Map();
  for (const issue of issues.filter(({ row }) => row > 0)) {
    const key = cellKey(issue.row, issue.field ?? '');
    found.set(key, [...(found.get(key) ?? []), issue].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)));
  }
  return found;
}
