// @ts-check
import { ImportsApi } from './api/ImportsApi.js';
import { Problem } from '../api/Problem.js';
import { Upload } from './api/Upload.js';
import { isBusy, Watch } from './api/Watch.js';
import { guessLayer } from './files/guessLayer.js';
import { needsDataSet } from './understood/DataSetChoice.js';

/** @typedef {import('./types.js').Import} Import */
/** @typedef {import('./types.js').Options} Options */
/** @typedef {{validFrom: string, validTo: string, decision: string, message: string, strict: boolean}} Form */
/** @typedef {{sent: number, total: number, secondsLeft: number | null, problem: Problem | null}} Sending */

/** @type {Readonly<Form>} */
const EMPTY_FORM = Object.freeze({ validFrom: '', validTo: '', decision: '', message: '', strict: false });

/** The one holder of what lies on the desk: files, the import that they became, and what is known of it. No elements. */
export class Desk {
  /** @param {ImportsApi} api @param {import('./types.js').Overview} overview @param {() => void} onChange */
  constructor(api, overview, onChange) {
    this._api = api;
    this.overview = overview;
    this._onChange = onChange;
    this._watch = new Watch(api, {
      onChange: (one) => this._learn(one),
      onLost: () => this._set({ isLost: true }),
      onBack: () => this._set({ isLost: false }),
      onGone: (problem) => this._set({ problem }),
    });
    this.isLost = false;
    /** @type {Upload | null} */
    this._upload = null;
    /** @type {Import | null} */
    this.one = null;
    /** @type {File[]} */
    this.chosen = [];
    this.layer = '';
    this._layerPicked = false;
    /** @type {Form} */
    this.form = EMPTY_FORM;
    /** @type {Options} what was asked for last */
    this.wanted = {};
    /** @type {Sending | null} */
    this.sending = null;
    /** @type {import('./types.js').Preview | null} */
    this.preview = null;
    /** @type {import('./types.js').ChangeMap | null} */
    this.map = null;
    /** @type {unknown} why the last thing that was asked for did not happen */
    this.problem = null;
    /** It was asked to stop, and has not yet. */
    this.isStopping = false;
    this._planWhenIdle = false;
    this._clear();
  }

  _clear() {
    this._watch.stop();
    this._upload?.cancel();
    Object.assign(this, {
      isLost: false, _upload: null, one: null, chosen: [], layer: guessLayer([], this.overview.layers), _layerPicked: false,
      form: EMPTY_FORM, wanted: {}, sending: null, preview: null, map: null, problem: null, isStopping: false, _planWhenIdle: false,
    });
  }

  get isBusy() {
    return this.one !== null && isBusy(this.one);
  }

  /** @returns {boolean} the form says something else than what was checked */
  get isFormAhead() {
    const options = this.one?.options;
    return !!options && JSON.stringify(this._formOptions()) !== JSON.stringify(formOptionsOf(formOf(options)));
  }

  /** @returns {boolean} what is on the screen is what would be published */
  get isPublishable() {
    return this.one?.state === 'PLANNED' && !this.isFormAhead && !this._planWhenIdle;
  }

  /** @param {readonly File[]} files one of a name that is there already takes its place */
  addFiles(files) {
    const names = new Set(files.map((file) => file.name));
    this.chosen = [...this.chosen.filter((file) => !names.has(file.name)), ...files];
    if (!this._layerPicked) {
      this.layer = guessLayer(this.chosen.map((file) => file.name), this.overview.layers);
    }
    this._set({ problem: null });
  }

  /** @param {string} name */
  removeFile(name) {
    this._set({ chosen: this.chosen.filter((file) => file.name !== name) });
  }

  /** @param {string} layer */
  pickLayer(layer) {
    this._layerPicked = true;
    this._set({ layer });
  }

  /** @param {Partial<Form>} patch */
  fill(patch) {
    this._set({ form: { ...this.form, ...patch } });
  }

  /** Sends the chosen files and has them checked. Called again after a failure, it goes on where it was. */
  async send() {
    this._set({ problem: null });
    try {
      const one = this.one ?? await this._api.create(this.layer);
      this.one = one;
      const startedAt = performance.now();
      let sentBefore = -1;
      this._upload ??= new Upload(this.chosen, (name) => this._api.fileUrl(one.id, name));
      this._upload.onProgress = (sent, total) => {
        sentBefore = sentBefore < 0 ? sent : sentBefore;
        this._set({ sending: { sent, total, secondsLeft: secondsLeft(sent - sentBefore, total - sent, startedAt), problem: null } });
      };
      this._set({ sending: { sent: 0, total: this._upload.totalBytes, secondsLeft: null, problem: null } });
      if (await this._upload.send()) {
        this._upload = null;
        this._set({ sending: null, chosen: [] });
        await this.plan({});
      }
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem(500, '', null);
      if (this.sending) {
        this._set({ sending: { ...this.sending, problem } });
      } else {
        this._set({ problem });
      }
    }
  }

  /** Half an upload is of no use to anybody: it goes. The chosen files stay at hand. */
  async stopSending() {
    this._upload?.cancel();
    this._upload = null;
    const one = this.one;
    this._set({ sending: null, one: null });
    if (one) {
      await this._api.delete(one.id).catch(() => {});
    }
  }

  /** Has it checked, with what the form says and these changes. @param {Options} patch */
  async plan(patch) {
    const { validFrom, validTo, decision, message, strict, ...rest } = { ...this.wanted, ...patch };
    this.wanted = { ...withoutDefaults(rest), ...this._formOptions() };
    await this._attempt(async (one) => {
      if (isBusy(one)) {
        // The newest wish counts: what runs now would be thrown away.
        this._planWhenIdle = true;
        await this._api.cancel(one.id).catch(() => {});
        await this._learn(await this._api.get(one.id));
      } else {
        this._planWhenIdle = false;
        await this._learn(await this._api.plan(one.id, this.wanted));
      }
    });
  }

  async publish() {
    await this._attempt(async (one) => this._learn(await this._api.publish(one.id)));
  }

  async cancel() {
    this._planWhenIdle = false;
    this._set({ isStopping: true });
    await this._attempt(async (one) => this._learn(await this._api.cancel(one.id)));
  }

  /** @param {string} id @returns {Promise<boolean>} false: there is none; the problem says more */
  async open(id) {
    this._clear();
    try {
      const one = await this._api.get(id);
      this.layer = one.layer;
      this.wanted = one.options ?? {};
      this.form = formOf(this.wanted);
      this.one = one;
      await this._learn(one);
      return true;
    } catch (problem) {
      this._set({ problem });
      return false;
    }
  }

  startOver() {
    this._clear();
    this._onChange();
  }

  async refresh() {
    try {
      this._set({ overview: await this._api.overview() });
    } catch {
      // The lists stay as they are; whatever was done has said itself whether it succeeded.
    }
  }

  /** @param {(one: Import) => Promise<void>} action */
  async _attempt(action) {
    if (!this.one) {
      return;
    }
    this._set({ problem: null });
    try {
      await action(this.one);
    } catch (problem) {
      // Somebody else's window may have moved it on: 409.
      const now = await this._api.get(this.one.id).catch(() => null);
      const isChoice = problem instanceof Problem && problem.status === 400 && needsDataSet(now);
      this._set({ problem: isChoice ? null : problem, isStopping: false });
      if (now) {
        await this._learn(now);
      }
    }
  }

  /**
   * A check that has ended is shown with all that belongs to it at once: parts that came later would be built anew under
   * the hand that is using them.
   *
   * @param {Import} one
   */
  async _learn(one) {
    if (this.one?.id === one.id && this.one.version > one.version) {
      return;
    }
    if (!isBusy(one) && one.report && !this._planWhenIdle) {
      await this._learnFindings(one);
      return;
    }
    this._set({ one, isStopping: this.isStopping && isBusy(one) });
    if (isBusy(one)) {
      this._watch.follow(one);
    } else if (this._planWhenIdle) {
      await this.plan({});
    }
  }

  /** @param {Import} one */
  async _learnFindings(one) {
    const [preview, map] = await Promise.all([
      this._api.preview(one.id).catch(() => null),
      this._api.map(one.id).catch(() => null),
    ]);
    if (this.one?.id === one.id && this.one.version <= one.version) {
      this._set({ one, preview, map, isStopping: false });
    }
  }

  /** @returns {Options} */
  _formOptions() {
    return formOptionsOf(this.form);
  }

  /** @param {Partial<Desk>} patch */
  _set(patch) {
    Object.assign(this, patch);
    this._onChange();
  }
}

/** @param {Options} options @returns {Form} */
function formOf({ validFrom, validTo, decision, message, strict }) {
  return {
    validFrom: validFrom ?? '', validTo: validTo ?? '', decision: decision ?? '', message: message ?? '', strict: strict ?? false,
  };
}

/** @param {Form} form @returns {Options} */
function formOptionsOf({ validFrom, validTo, decision, message, strict }) {
  return {
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    ...(decision.trim() ? { decision: decision.trim() } : {}),
    ...(message.trim() ? { message: message.trim() } : {}),
    ...(strict ? { strict } : {}),
  };
}

/** @param {Options} options @returns {Options} without what says nothing */
function withoutDefaults(options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== null
    && value !== '' && value !== false && !(typeof value === 'object' && Object.keys(value).length === 0)));
}

/** @param {number} done @param {number} left bytes @param {number} startedAt @returns {number | null} null: too early to say */
function secondsLeft(done, left, startedAt) {
  const seconds = (performance.now() - startedAt) / 1000;
  return seconds < 2 || done <= 0 ? null : (left * seconds) / done;
}
