// @ts-check
import { el } from '../../dom/el.js';
import { button, message } from '../dom/message.js';
import { replaceKeeping } from '../dom/replaceKeeping.js';
import { dataSetOffer, needsDataSet } from '../understood/DataSetChoice.js';

/** @typedef {import('../types.js').Import} Import */

/** Waiting, reading, comparing; and what came in the way. */
export class CheckStep {
  /**
   * @param {HTMLElement} root
   * @param {{i18n: import('../i18n/ImportsI18n.js').ImportsI18n, desk: import('../Desk.js').Desk,
   *   layerTitle: (name: string) => string}} options
   */
  constructor(root, { i18n, desk, layerTitle }) {
    this._root = root;
    this._i18n = i18n;
    this._desk = desk;
    this._layerTitle = layerTitle;
    this._drawn = '';
  }

  draw() {
    const { one, isLost, isStopping } = this._desk;
    const drawn = JSON.stringify([this._i18n.lang, one?.id, one?.state, one?.queue, one?.progress?.stage, one?.message, one?.dataSets, isLost, isStopping, !one?.report]);
    if (drawn !== this._drawn) {
      this._drawn = drawn;
      replaceKeeping(this._root, ...this._build(one));
    }
    drawProgress(this._root, this._desk, this._i18n);
  }

  /** @param {Import | null} one @returns {(Node | null)[]} */
  _build(one) {
    const t = this._i18n;
    if (one && needsDataSet(one)) {
      return [dataSetOffer(this._desk, one, this._layerTitle(one.layer), t)];
    }
    if (!one || one.state === 'NEW') {
      return [el('p', { class: 'quiet' }, t.t('check.waiting'))];
    }
    if (one.state === 'QUEUED' || one.state === 'READING') {
      return busy(this._desk, t);
    }
    const text = t.pick(one.message);
    switch (one.state) {
      case 'REFUSED':
        return [message('error', el('p', { class: 'strong' }, t.t('check.refused')), el('p', {}, text || t.t('check.refusedAbout')))];
      case 'FAILED':
      case 'INTERRUPTED':
      case 'CANCELLED': {
        const tone = one.state === 'FAILED' ? 'error' : 'warning';
        return [
          message(tone, el('p', { class: 'strong' }, t.t(`check.${one.state}`)), text ? el('p', {}, text) : null, el('p', {}, t.t('check.nothingWritten'))),
          el('div', { class: 'actions' }, button(t.t('files.checkAgain'), () => this._desk.plan({}), { kind: 'primary', testid: 'check-once-more' })),
        ];
      }
      default:
        return [message('done', el('p', {}, t.t('check.done', { rows: t.number(one.report?.counts.read ?? 0) })))];
    }
  }
}

/**
 * The bar, the words and the way out, while something runs.
 *
 * @param {import('../Desk.js').Desk} desk @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n @returns {(Node | null)[]}
 */
export function busy(desk, i18n) {
  return [
    desk.isLost ? message('warning', el('p', {}, i18n.t('check.lost'))) : null,
    el('p', { class: 'progress-text', id: 'progress-text', 'data-testid': 'progress' }),
    el('progress', { class: 'bar-wide', 'aria-labelledby': 'progress-text' }),
    el('div', { class: 'actions' }, button(i18n.t('check.cancel'), () => desk.cancel(), { key: 'cancel', testid: 'cancel', disabled: desk.isStopping })),
  ];
}

/** @param {HTMLElement} root @param {import('../Desk.js').Desk} desk @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n */
export function drawProgress(root, { one, isStopping }, i18n) {
  const bar = root.querySelector('progress');
  const text = root.querySelector('.progress-text');
  if (!bar || !text || !one) {
    return;
  }
  text.textContent = isStopping ? i18n.t('check.stopping') : progressText(one, i18n);
  const progress = one.progress;
  if (progress && progress.total > 0) {
    bar.max = progress.total;
    bar.value = Math.min(progress.done, progress.total);
  } else {
    // A bar without a value moves to and fro: nobody knows how long.
    bar.removeAttribute('value');
  }
}

/** @param {Import} one @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n @returns {string} */
export function progressText({ state, queue, progress }, i18n) {
  if (state === 'QUEUED') {
    return queue ? i18n.t('check.queue', { n: queue }) : i18n.t('check.next');
  }
  if (!progress) {
    return i18n.t('stage.START');
  }
  const { stage, done, total } = progress;
  const what = i18n.t(`stage.${stage}`);
  if (stage === 'OPENING') {
    // of several files one after the other, in bytes mostly: only the share tells something
    return total > 0 ? `${what}: ${i18n.percent(Math.min(1, done / total))}` : what;
  }
  if (total > 0) {
    return `${what}: ${i18n.t('stage.of', { done: i18n.number(done), total: i18n.number(total), percent: i18n.percent(Math.min(1, done / total)) })}`;
  }
  return done > 0 ? `${what}: ${i18n.t('stage.done', { done: i18n.number(done) })}` : what;
}
