// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { button } from '../dom/message.js';
import { replaceKeeping } from '../dom/replaceKeeping.js';
import { aboutCode } from './aboutCode.js';

/** @typedef {import('../types.js').Finding} Finding */

const PAGE = 20;
/** @type {Record<import('../types.js').Severity, {sign: 'error' | 'warning' | 'info', order: number}>} */
const LOOKS = { ERROR: { sign: 'error', order: 0 }, WARNING: { sign: 'warning', order: 1 }, INFO: { sign: 'info', order: 2 } };

/** What was found, one group a code, the worst first. */
export class IssueList {
  /** @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n @param {(issue: Finding, from: HTMLElement) => void} onGo */
  constructor(i18n, onGo) {
    this._i18n = i18n;
    this._onGo = onGo;
    this.root = el('div', { class: 'issues', 'data-testid': 'issues' });
  }

  /** @param {import('../types.js').Report['findings']} findings */
  draw({ counts, issues }) {
    const t = this._i18n;
    /** @type {Map<string, Finding[]>} */
    const byCode = new Map();
    issues.forEach((issue) => byCode.set(issue.code, [...(byCode.get(issue.code) ?? []), issue]));
    const groups = [...byCode].sort(([a, [first]], [b, [second]]) => LOOKS[first.severity].order - LOOKS[second.severity].order || a.localeCompare(b));
    const unlisted = Object.keys(counts).filter((code) => !byCode.has(code));
    replaceKeeping(this.root,
      el('h3', {}, t.t('issues.heading')),
      groups.length === 0 && unlisted.length === 0 ? el('p', { class: 'quiet' }, t.t('issues.none')) : null,
      ...groups.map(([code, found]) => this._group(code, found, counts[code] ?? found.length)),
      unlisted.length > 0 ? el('p', { class: 'quiet' }, t.t('issues.unlisted'), ...unlisted.flatMap((code, index) => [
        index > 0 ? ', ' : ' ', aboutCode(code, code, t.lang), ` × ${t.number(counts[code])}`])) : null);
  }

  /** @param {string} code @param {Finding[]} found @param {number} count */
  _group(code, found, count) {
    const t = this._i18n;
    const { severity, message, remedy } = found[0];
    const list = el('ul', { class: 'entries' });
    const more = button('', () => this._add(list, found, more), { key: `more-${code}` });
    this._add(list, found, more);
    const sample = t.pick(message);
    const left = count - found.length;
    return el('details', { class: `issue-group ${severity}`, 'data-key': code, 'data-testid': 'issue-group', 'data-code': code },
      el('summary', {},
        icon(LOOKS[severity].sign),
        el('span', { class: 'issue-title' },
          el('span', { class: 'strong' }, `${t.t(`severity.${severity}`)} × ${t.number(count)}`),
          el('span', {}, count > 1 ? t.t('issues.example', { text: sample }) : sample),
          el('span', { class: 'quiet code' }, code))),
      t.pick(remedy) ? el('p', { class: 'remedy' }, el('span', { class: 'strong' }, `${t.t('issues.remedy')}: `), t.pick(remedy)) : null,
      el('p', {}, aboutCode(code, t.t('issues.about', { code }), t.lang)),
      list, more,
      left > 0 ? el('p', { class: 'quiet' }, t.t('issues.rest', { n: t.number(left) })) : null);
  }

  /** @param {HTMLElement} list @param {Finding[]} found @param {HTMLButtonElement} more */
  _add(list, found, more) {
    const from = list.childElementCount;
    const added = found.slice(from, from + PAGE).map((issue) => this._entry(issue));
    list.append(...added);
    const left = found.length - list.childElementCount;
    more.hidden = left <= 0;
    more.textContent = this._i18n.t('more', { n: this._i18n.number(left) });
    if (from > 0) {
      added[0]?.querySelector('button')?.focus();
    }
  }

  /** @param {Finding} issue */
  _entry(issue) {
    const t = this._i18n;
    const where = [
      issue.row > 0 ? t.t('changes.row', { row: issue.row }) : t.t('issues.file'),
      issue.field ? t.t('issues.column', { field: issue.field }) : '',
    ].filter(Boolean).join(' · ');
    const text = el('span', { class: 'entry-text' }, el('span', { class: 'strong' }, where), el('span', {}, ` ${t.pick(issue.message)}`));
    if (!issue.lonLat) {
      return el('li', {}, el('div', { class: 'entry' }, text));
    }
    const entry = el('button', { type: 'button', class: 'entry', onclick: () => this._onGo(issue, entry), 'data-testid': 'issue-place' },
      icon('locate'), text);
    return el('li', {}, entry);
  }
}
