// @ts-check
import { el } from '../../dom/el.js';
import { busy, drawProgress } from '../check/CheckStep.js';
import { button, message } from '../dom/message.js';
import { replaceKeeping } from '../dom/replaceKeeping.js';
import { countWords } from './countWords.js';
import { mapLink } from './mapLink.js';

/** @typedef {import('../types.js').Import} Import */
/** @typedef {import('../types.js').Report} Report */

/** The last step: one button that says what it does, a question, and the way back. */
export class PublishStep {
  /**
   * @param {HTMLElement} root
   * @param {{i18n: import('../i18n/ImportsI18n.js').ImportsI18n, desk: import('../Desk.js').Desk, dialog: import('../dom/ConfirmDialog.js').ConfirmDialog,
   *   catalogue: () => import('../../api/types.js').Catalogue, layerTitle: (name: string) => string,
   *   onRevert: (changeset: number) => void, isReverted: (changeset: number) => boolean, onStartOver: () => void}} options
   */
  constructor(root, { i18n, desk, dialog, catalogue, layerTitle, onRevert, isReverted, onStartOver }) {
    this._root = root;
    this._i18n = i18n;
    this._desk = desk;
    this._dialog = dialog;
    this._catalogue = catalogue;
    this._layerTitle = layerTitle;
    this._onRevert = onRevert;
    this._isReverted = isReverted;
    this._onStartOver = onStartOver;
    this._drawn = '';
  }

  draw() {
    const { one, isFormAhead, isPublishable, isLost, isStopping, problem, map } = this._desk;
    const reverted = one?.changeset != null && this._isReverted(one.changeset);
    const drawn = JSON.stringify([
      this._i18n.lang, one?.id, one?.state, one?.report?.counts, one?.changeset, isFormAhead, isPublishable, isLost, isStopping, String(problem), reverted, map?.bbox,
    ]);
    if (drawn !== this._drawn) {
      this._drawn = drawn;
      replaceKeeping(this._root, ...this._build(one, reverted));
    }
    if (one?.state === 'PUBLISHING') {
      drawProgress(this._root, this._desk, this._i18n);
    }
  }

  /** @param {Import | null} one @param {boolean} reverted @returns {(Node | null)[]} */
  _build(one, reverted) {
    const t = this._i18n;
    const report = one?.report;
    if (one?.state === 'PUBLISHING') {
      return busy(this._desk, t);
    }
    if (!one || !report) {
      return [el('p', { class: 'quiet' }, t.t('publish.waiting'))];
    }
    switch (one.state) {
      case 'PLANNED':
        return this._offer(one, report);
      case 'PUBLISHED':
        return this._published(one, report, reverted);
      case 'NOTHING_TO_DO':
        return [message('info', el('p', {}, t.t('publish.nothing')))];
      case 'QUEUED':
      case 'READING':
        return [el('p', { class: 'quiet' }, t.t('publish.busy'))];
      default:
        return [message('warning', el('p', {}, t.t('publish.notPossible')))];
    }
  }

  /** @param {Import} one @param {Report} report */
  _offer(one, report) {
    const t = this._i18n;
    const { isFormAhead, isPublishable, problem } = this._desk;
    const words = countWords(report.counts, t);
    const { refused } = report.counts;
    return [
      problem ? message('error', el('p', {}, t.error(problem))) : null,
      refused > 0 ? message('warning', el('p', {}, t.t('publish.refused', { n: t.number(refused), read: t.number(report.counts.read) }))) : null,
      toLookAt(report) > 0 ? message('warning', el('p', {}, t.t('publish.toLookAt', { n: t.number(toLookAt(report)) }))) : null,
      isFormAhead ? message('warning', el('p', {}, t.t('publish.formAhead')),
        button(t.t('files.checkAgain'), () => this._desk.plan({}), { testid: 'check-again-here' })) : null,
      el('div', { class: 'actions' }, button(t.t('publish.button', { words }), () => this._ask(one, report), {
        kind: 'primary big', key: 'publish', testid: 'publish', disabled: !isPublishable,
      })),
      el('p', { class: 'quiet' }, t.t('publish.promise')),
    ];
  }

  /** @param {Import} one @param {Report} report */
  async _ask(one, report) {
    const t = this._i18n;
    const line = (/** @type {string} */ name, /** @type {string} */ value) => el('div', {}, el('dt', {}, name), el('dd', {}, value));
    const decision = one.options?.decision;
    const isSure = await this._dialog.ask({
      title: t.t('publish.question', { layer: this._layerTitle(one.layer) }),
      body: [
        el('dl', { class: 'facts' },
          line(t.t('form.layer'), this._layerTitle(one.layer)),
          line(t.t('form.date'), t.period(one.options)),
          decision ? line(t.t('form.decision'), decision) : '',
          line(t.t('publish.what'), countWords(report.counts, t)),
          report.counts.refused > 0 ? line(t.t('kind.REFUSED'), t.t('publish.leftOut', { n: t.number(report.counts.refused) })) : '',
          toLookAt(report) > 0 ? line(t.t('severity.WARNING'), t.t('publish.toLookAtShort', { n: t.number(toLookAt(report)) })) : '',
          line(t.t('understood.file'), report.source.file)),
        el('p', {}, t.t('publish.everybody')),
      ],
      yes: t.t('publish.yes'),
      no: t.t('publish.no'),
    });
    if (isSure && this._desk.isPublishable) {
      this._desk.publish();
    }
  }

  /** @param {Import} one @param {Report} report @param {boolean} reverted */
  _published(one, report, reverted) {
    const t = this._i18n;
    const id = one.changeset ?? 0;
    const href = mapLink(this._catalogue(), one.layer, this._desk.map?.bbox, one.options?.validFrom, t.lang);
    return [
      reverted
        ? message('info', el('p', { class: 'strong', 'data-testid': 'reverted' }, t.t('publish.reverted', { id })))
        : message('done', el('p', { class: 'strong', 'data-testid': 'changeset' }, t.t('publish.done', { id })), el('p', {}, countWords(report.counts, t))),
      el('div', { class: 'actions' },
        reverted ? null : el('a', { class: 'button primary', href, 'data-testid': 'see-map' }, t.t('publish.see')),
        reverted ? null : button(t.t('publish.undo'), () => this._onRevert(id), { sign: 'undo', key: 'undo', testid: 'undo' }),
        button(t.t('publish.another'), this._onStartOver, { key: 'another', testid: 'another' })),
    ];
  }
}

/** @param {Report} report @returns {number} of what is suspicious, listed or not */
function toLookAt({ findings }) {
  const codes = new Set(findings.issues.filter(({ severity }) => severity === 'WARNING').map(({ code }) => code));
  return [...codes].reduce((sum, code) => sum + (findings.counts[code] ?? 0), 0);
}
