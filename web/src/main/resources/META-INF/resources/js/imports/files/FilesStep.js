// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { button, message } from '../dom/message.js';
import { replaceKeeping } from '../dom/replaceKeeping.js';
import { dropZone } from './DropZone.js';
import { fileComplaints, isFatal } from './fileChecks.js';
import { ImportForm } from './ImportForm.js';

/** The first step: which files, into which layer, from which day on; then the way of the files to the server. */
export class FilesStep {
  /**
   * @param {HTMLElement} root
   * @param {{i18n: import('../i18n/ImportsI18n.js').ImportsI18n, desk: import('../Desk.js').Desk,
   *   layerTitle: (name: string) => string, onSend: () => void, onStartOver: () => void}} options
   */
  constructor(root, { i18n, desk, layerTitle, onSend, onStartOver }) {
    this._i18n = i18n;
    this._desk = desk;
    this._onSend = onSend;
    this._onStartOver = onStartOver;
    this._top = el('div', { class: 'files' });
    this._form = new ImportForm({ i18n, desk, layerTitle });
    this._bottom = el('div', { class: 'send' });
    root.append(this._top, this._form.root, this._bottom);
    this._drawn = '';
  }

  draw() {
    const { one, chosen, sending, isBusy, isFormAhead, problem, layer } = this._desk;
    this._form.draw();
    const drawn = JSON.stringify([
      this._i18n.lang, one?.id, one?.state, one?.files, chosen.map(({ name, size }) => [name, size]), isBusy, isFormAhead,
      String(problem), layer, sending === null, sending?.problem?.message,
    ]);
    if (drawn !== this._drawn) {
      this._drawn = drawn;
      replaceKeeping(this._top, ...this._files());
      replaceKeeping(this._bottom, ...this._actions());
    }
    this._drawSending();
  }

  /** @returns {boolean} files may be added */
  get isOpen() {
    const { one, sending } = this._desk;
    return !sending && (one === null || one.state === 'NEW');
  }

  _files() {
    const { chosen, one, overview } = this._desk;
    const nodes = [];
    if (this.isOpen) {
      nodes.push(dropZone({
        i18n: this._i18n, limit: this._i18n.bytes(overview.limits.fileBytes), isSmall: chosen.length > 0,
        onFiles: (files) => this._desk.addFiles(files),
      }));
    }
    if (one && one.files.length > 0 && !this._desk.sending) {
      nodes.push(el('p', { class: 'quiet' }, this._i18n.t('files.onServer')), this._list(one.files, false));
    }
    if (chosen.length > 0) {
      nodes.push(this._list(chosen, this.isOpen));
    }
    return [...nodes, ...this._complaints()];
  }

  /** @param {readonly {name: string, size: number}[]} files @param {boolean} removable */
  _list(files, removable) {
    return el('ul', { class: 'file-list', 'aria-label': this._i18n.t('files.list'), 'data-testid': 'files' },
      ...files.map(({ name, size }) => el('li', {},
        icon('file'),
        el('span', { class: 'file-name' }, name),
        el('span', { class: 'quiet' }, this._i18n.bytes(size)),
        removable ? el('button', {
          type: 'button', class: 'icon-button', 'aria-label': this._i18n.t('files.remove', { name }),
          title: this._i18n.t('files.remove', { name }), onclick: () => this._desk.removeFile(name),
        }, icon('close')) : null)));
  }

  _complaints() {
    return fileComplaints(this._desk.chosen, this._desk.overview.limits).map((complaint) => message(
      isFatal(complaint) ? 'error' : 'warning',
      el('p', {}, this._i18n.t(`files.${complaint.kind}`, {
        name: complaint.name, files: this._desk.overview.limits.files, size: this._i18n.bytes(this._desk.overview.limits.fileBytes),
      }))));
  }

  _actions() {
    const { chosen, one, isBusy, isFormAhead, sending, problem, overview } = this._desk;
    const t = this._i18n;
    if (sending) {
      return this._sending();
    }
    const nodes = [];
    const failed = problem ? message('error', el('p', {}, t.error(problem))) : null;
    const filesWait = chosen.length > 0;
    const isNew = one === null || one.state === 'NEW';
    if (isNew && filesWait) {
      const fatal = fileComplaints(chosen, overview.limits).some(isFatal);
      nodes.push(button(t.t('files.send'), this._onSend, { kind: 'primary big', key: 'send', testid: 'send', disabled: fatal }));
    } else if (one && !isBusy && (one.state === 'NEW' ? one.files.length > 0 : isFormAhead || !one.report)) {
      nodes.push(button(t.t(one.report ? 'files.checkAgain' : 'files.check'), () => this._desk.plan({}), {
        kind: 'primary', key: 'check', testid: 'check-again',
      }));
    }
    if (one) {
      nodes.push(button(t.t('files.startOver'), this._onStartOver, { key: 'start-over', testid: 'start-over', disabled: isBusy }));
    }
    const promise = isNew ? el('p', { class: 'quiet promise' }, t.t('files.promise')) : null;
    return [failed, nodes.length > 0 ? el('div', { class: 'actions' }, ...nodes) : null, promise].filter((node) => node !== null);
  }

  _sending() {
    const { sending } = this._desk;
    const t = this._i18n;
    const cancel = button(t.t('files.stop'), () => this._desk.stopSending(), { key: 'stop', testid: 'stop-sending' });
    this._bar = el('progress', { class: 'bar-wide', 'aria-labelledby': 'sending-text', max: 1, value: 0 });
    this._barText = el('p', { id: 'sending-text', class: 'progress-text', 'data-testid': 'sending' });
    if (sending?.problem) {
      return [
        message('error', el('p', {}, t.t('files.lost')), el('p', { class: 'quiet' }, t.error(sending.problem))),
        el('div', { class: 'actions' }, button(t.t('error.retry'), this._onSend, { kind: 'primary', key: 'retry', testid: 'retry' }), cancel),
      ];
    }
    return [this._barText, this._bar, el('div', { class: 'actions' }, cancel)];
  }

  _drawSending() {
    const { sending } = this._desk;
    if (!sending || !this._bar || !this._barText) {
      return;
    }
    const { sent, total, secondsLeft } = sending;
    const t = this._i18n;
    this._bar.max = Math.max(1, total);
    this._bar.value = sent;
    this._barText.textContent = t.t('files.sending', { sent: t.bytes(sent), total: t.bytes(total) })
      + (secondsLeft === null ? '' : ` · ${t.t('files.left', { time: t.duration(secondsLeft) })}`);
  }
}
