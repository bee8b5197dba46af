// @ts-check
import { byId, el } from '../dom/el.js';
import { formatAddress, parseAddress } from './address.js';
import { isBusy } from './api/Watch.js';
import { ChangesStep } from './changes/ChangesStep.js';
import { CheckStep, progressText } from './check/CheckStep.js';
import { Desk } from './Desk.js';
import { ConfirmDialog } from './dom/ConfirmDialog.js';
import { watchDrops } from './files/DropZone.js';
import { FilesStep } from './files/FilesStep.js';
import { History } from './history/History.js';
import { countWords } from './publish/countWords.js';
import { PublishStep } from './publish/PublishStep.js';
import { goToStep, StepsNav, stepStates } from './StepsNav.js';
import { needsDataSet } from './understood/DataSetChoice.js';
import { UnderstoodStep } from './understood/UnderstoodStep.js';

/** A screen reader is told how far it is now and then, not at every row. */
const SAY_EVERY_MS = 8000;

/** Puts the steps together. Data flows one way: step → desk → every step. */
export class ImportsPage {
  /**
   * @param {{api: import('./api/ImportsApi.js').ImportsApi, viewerApi: import('../api/Api.js').Api,
   *   i18n: import('./i18n/ImportsI18n.js').ImportsI18n, notices: import('../notices/Notices.js').Notices}} shared
   * @param {import('./types.js').Overview} overview @param {import('../api/types.js').Catalogue} catalogue
   */
  constructor({ api, viewerApi, i18n, notices }, overview, catalogue) {
    this._api = api;
    this._viewerApi = viewerApi;
    this._i18n = i18n;
    this._notices = notices;
    this._catalogue = catalogue;
    this._dialog = new ConfirmDialog(/** @type {HTMLDialogElement} */ (byId('confirm')));
    this._desk = new Desk(api, overview, () => this._changed());
    this._nav = new StepsNav(byId('steps-list'), i18n);
    const shared = {
      i18n,
      desk: this._desk,
      dialog: this._dialog,
      catalogue: () => this._catalogue,
      layerOf: (/** @type {string} */ name) => this._layerOf(name),
      layerTitle: (/** @type {string} */ name) => i18n.pick(this._layerOf(name)?.title) || name,
      reportUrl: api.reportUrl.bind(api),
      onSend: () => this._desk.send(),
      onStartOver: () => this._startOver(),
      onOpen: (/** @type {string} */ id) => this._open(id),
      onDelete: (/** @type {import('./types.js').Import} */ one) => this._delete(one),
      onRevert: (/** @type {number} */ id) => this._revert(id),
      isReverted: (/** @type {number} */ id) => this._history.isReverted(id),
    };
    this._history = new History({ imports: byId('history-imports'), changesets: byId('history-changesets') }, shared);
    this._files = new FilesStep(byId('body-files'), shared);
    this._parts = [
      this._files,
      new CheckStep(byId('body-check'), shared),
      new UnderstoodStep(byId('body-understood'), shared),
      new ChangesStep(byId('body-changes'), shared),
      new PublishStep(byId('body-publish'), shared),
    ];
    /** @type {import('./types.js').State | null} */
    this._stateBefore = null;
    this._wasChecked = false;
    this._wasAsked = false;
    this._saidAt = 0;
    this._willDraw = false;
  }

  async start() {
    byId('main').hidden = false;
    byId('skip-steps').addEventListener('click', (event) => {
      event.preventDefault();
      goToStep('files');
    });
    watchDrops((files) => this._desk.addFiles(files), () => this._files.isOpen);
    window.addEventListener('hashchange', () => this._followAddress());
    window.addEventListener('beforeunload', (event) => {
      if (this._desk.sending) {
        event.preventDefault();
      }
    });
    this.draw();
    await this._loadChangesets();
    await this._followAddress();
    // what has changed until now is drawn in the next frame, and takes the place of what was there
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    document.documentElement.dataset.ready = 'true';
  }

  draw() {
    const { one, overview } = this._desk;
    this._nav.draw(stepStates(this._desk));
    this._parts.forEach((part) => part.draw());
    this._history.draw(one ? [one, ...overview.imports.filter(({ id }) => id !== one.id)]
      .sort((a, b) => b.created.localeCompare(a.created)) : overview.imports, one?.id ?? null);
  }

  /** @param {string} name */
  _layerOf(name) {
    return this._catalogue.layers.find((layer) => layer.name === name);
  }

  _changed() {
    const { one } = this._desk;
    const before = this._stateBefore;
    this._stateBefore = one?.state ?? null;
    this._writeAddress();
    const isAsked = needsDataSet(one) && !this._wasAsked && !this._desk.sending;
    this._wasAsked = needsDataSet(one);
    if (before !== this._stateBefore || isAsked) {
      this.draw();
      if (one) {
        this._arrived(before, one);
      }
      if (one && isAsked && !one.report) {
        this._notices.say(this._i18n.t('sets.choose'));
        goToStep('check');
      }
    } else if (!this._willDraw) {
      // A quick upload reports more often than a screen shows.
      this._willDraw = true;
      requestAnimationFrame(() => {
        this._willDraw = false;
        this.draw();
      });
    }
    this._say(one);
  }

  /** Where the eye and the keyboard go when a stage ends. @param {import('./types.js').State | null} before @param {import('./types.js').Import} one */
  _arrived(before, one) {
    const { report, state } = one;
    const t = this._i18n;
    const wasOpened = before === null || before === 'NEW' && !isBusy(one);
    if (state === 'QUEUED' && (before === 'NEW' || before === null) && !this._wasChecked) {
      goToStep('check');
    } else if (wasOpened) {
      this._wasChecked = !isBusy(one) && report !== null;
    } else if (state === 'PUBLISHED') {
      this._notices.say(t.t('publish.done', { id: one.changeset ?? '' }));
      goToStep('publish');
      this._afterWriting();
    } else if (!isBusy(one)) {
      const words = report ? countWords(report.counts, t) : '';
      this._notices.say(`${t.t(`state.${state}`)}. ${t.pick(one.message)} ${words}`);
      if (report && !this._wasChecked) {
        goToStep(state === 'REFUSED' ? 'check' : 'understood');
      } else if (!report) {
        goToStep('check');
      }
      this._wasChecked = this._wasChecked || report !== null && !needsDataSet(one);
      this._desk.refresh();
    }
  }

  /** @param {import('./types.js').Import | null} one */
  _say(one) {
    const now = performance.now();
    if (one && isBusy(one) && now - this._saidAt > SAY_EVERY_MS) {
      this._saidAt = now;
      this._notices.say(progressText(one, this._i18n));
    }
  }

  async _followAddress() {
    const { id, lang } = parseAddress(location.hash);
    if (lang !== this._i18n.lang) {
      document.dispatchEvent(new CustomEvent('language', { detail: lang }));
    }
    if (id && id !== this._desk.one?.id) {
      await this._open(id);
    } else if (!id && this._desk.one && !this._desk.sending) {
      this._startOver();
    }
  }

  _writeAddress() {
    const hash = formatAddress({ id: this._desk.one?.id ?? null, lang: this._i18n.lang });
    if (hash !== (location.hash || '#')) {
      window.history.replaceState(null, '', hash === '#' ? location.pathname : hash);
    }
  }

  /** The language goes into the address, so that it outlives a reload. */
  useLanguage() {
    this._writeAddress();
    this.draw();
  }

  /** @param {string} id */
  async _open(id) {
    this._stateBefore = null;
    this._wasChecked = true;
    if (await this._desk.open(id)) {
      const isAsked = needsDataSet(this._desk.one);
      this._wasChecked = this._desk.one?.report != null && !isAsked;
      goToStep(this._desk.isBusy || isAsked ? 'check' : this._desk.one?.state === 'PUBLISHED' ? 'publish' : this._desk.one?.report ? 'understood' : 'files');
    } else {
      this._notices.show('open', `${this._i18n.t('history.openFailed')} ${this._i18n.error(this._desk.problem)}`, { lasting: true });
      this._desk.startOver();
    }
  }

  _startOver() {
    this._wasChecked = false;
    this._stateBefore = null;
    this._desk.startOver();
    this._desk.refresh();
    goToStep('files');
  }

  /** @param {import('./types.js').Import} one */
  async _delete(one) {
    const t = this._i18n;
    const name = one.files.map((file) => file.name).join(', ') || t.t('history.noFile');
    const isSure = await this._dialog.ask({
      title: t.t('history.deleteQuestion'),
      body: [el('p', { class: 'strong file-name' }, name), el('p', {}, t.t(one.changeset ? 'history.deletePublished' : 'history.deleteAbout'))],
      yes: t.t('history.delete'), no: t.t('history.keep'), isDangerous: true,
    });
    if (!isSure) {
      return;
    }
    try {
      await this._api.delete(one.id);
      if (this._desk.one?.id === one.id) {
        this._stateBefore = null;
        this._desk.startOver();
      }
      this._notices.show('delete', t.t('history.deleted'));
    } catch (error) {
      this._notices.show('delete', t.error(error), { lasting: true });
    }
    await this._desk.refresh();
    goToStep('history');
  }

  /** @param {number} id */
  async _revert(id) {
    const t = this._i18n;
    const one = this._history.changesets.find((changeset) => changeset.id === id);
    const isSure = await this._dialog.ask({
      title: t.t('revert.question', { id }),
      body: [one ? el('p', { class: 'strong' }, one.message) : null, el('p', {}, t.t('revert.about'))],
      yes: t.t('revert.yes'), no: t.t('revert.no'), isDangerous: true,
    });
    if (!isSure) {
      return;
    }
    let failure = null;
    try {
      const counter = await this._api.revert(id);
      this._notices.show('revert', t.t('revert.done', { id, counter: counter.id }));
    } catch (error) {
      failure = error;
    }
    await this._afterWriting(failure);
    if (failure) {
      this._notices.say(`${t.t('history.revertFailed')} ${t.error(failure)}`);
      goToStep('history');
    }
  }

  /** @param {unknown} [failure] of a way back */
  async _afterWriting(failure = null) {
    // The map of this page shows what is published: it has a new revision.
    this._catalogue = await this._viewerApi.catalogue().catch(() => this._catalogue);
    await this._loadChangesets(failure);
    await this._desk.refresh();
  }

  /** @param {unknown} [failure] */
  async _loadChangesets(failure = null) {
    const changesets = await this._api.changesets().catch(() => this._history.changesets);
    this._history.set(changesets, failure);
    this.draw();
  }
}
