// @ts-check
import { el } from '../../dom/el.js';
import { message } from '../dom/message.js';
import { replaceKeeping } from '../dom/replaceKeeping.js';
import { crsChoice } from './CrsChoice.js';
import { dataSetChoice, needsDataSet } from './DataSetChoice.js';
import { fieldChoice } from './FieldChoice.js';
import { PreviewTable } from './PreviewTable.js';
import { textChoice } from './TextChoice.js';

/**
 * @typedef {object} Understanding what the parts of this step need
 * @property {import('../i18n/ImportsI18n.js').ImportsI18n} i18n
 * @property {import('../types.js').Report} report
 * @property {import('../types.js').Preview | null} preview
 * @property {import('../types.js').Options} options that led to it
 * @property {import('../types.js').DataSet[]} dataSets
 * @property {import('../types.js').Overview} overview
 * @property {import('../../api/types.js').Layer | undefined} layer
 * @property {boolean} isFixed nothing can be chosen any more
 * @property {(patch: import('../types.js').Options) => void} onChange
 */

/** How the file was understood, why, and what else it may be; every choice is tried at once. */
export class UnderstoodStep {
  /**
   * @param {HTMLElement} root
   * @param {{i18n: import('../i18n/ImportsI18n.js').ImportsI18n, desk: import('../Desk.js').Desk,
   *   layerOf: (name: string) => import('../../api/types.js').Layer | undefined}} options
   */
  constructor(root, { i18n, desk, layerOf }) {
    this._root = root;
    this._i18n = i18n;
    this._desk = desk;
    this._layerOf = layerOf;
    this._preview = new PreviewTable(i18n);
    this._drawn = '';
  }

  draw() {
    const { one, preview, isBusy } = this._desk;
    this._root.classList.toggle('stale', isBusy);
    this._root.setAttribute('aria-busy', String(isBusy));
    if (isBusy && this._drawn) {
      // What is shown stays until something new is known: a select must not vanish under the hand that changes it.
      return;
    }
    const report = one?.report ?? null;
    const drawn = JSON.stringify([this._i18n.lang, one?.id, one?.state, one?.options, one?.dataSets, report?.decisions, report?.counts, preview?.total, preview?.fields]);
    if (drawn !== this._drawn) {
      this._drawn = drawn;
      replaceKeeping(this._root, ...(one && report ? this._build(one, report) : [el('p', { class: 'quiet' }, this._i18n.t('understood.waiting'))]));
    }
  }

  /** @param {import('../types.js').Import} one @param {import('../types.js').Report} report @returns {(Node | null)[]} */
  _build(one, report) {
    const t = this._i18n;
    if (needsDataSet(one)) {
      return [el('p', { class: 'quiet' }, t.t('sets.first'))];
    }
    /** @type {Understanding} */
    const shared = {
      i18n: t,
      report,
      preview: this._desk.preview,
      options: one.options ?? {},
      dataSets: one.dataSets,
      overview: this._desk.overview,
      layer: this._layerOf(one.layer),
      isFixed: one.state === 'PUBLISHED',
      onChange: (patch) => this._desk.plan(patch),
    };
    return [
      shared.isFixed ? null : el('p', { class: 'quiet' }, t.t('understood.about')),
      this._facts(one, report),
      el('div', { class: 'parts' }, dataSetChoice(shared), crsChoice(shared), textChoice(shared), fieldChoice(shared)),
      this._desk.preview ? this._preview.build(shared) : report.source.format ? null : message('error', el('p', {}, t.t('understood.unreadable'))),
    ];
  }

  /** @param {import('../types.js').Import} one @param {import('../types.js').Report} report */
  _facts(one, report) {
    const t = this._i18n;
    const { source, counts } = report;
    const inside = source.dataSet && source.dataSet !== source.file ? t.t('understood.inside', { name: source.dataSet }) : '';
    const facts = [
      [t.t('understood.file'), `${source.file} (${t.bytes(source.sizeBytes)}${source.format ? `, ${source.format}` : ''})${inside}`],
      [t.t('understood.rows'), t.number(counts.read)],
      [t.t('form.layer'), t.pick(this._layerOf(one.layer)?.title) || one.layer],
      [t.t('form.date'), t.period(one.options)],
    ];
    return el('dl', { class: 'facts', 'data-testid': 'facts' },
      ...facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
  }
}
