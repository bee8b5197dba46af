// @ts-check
import { nearMisses } from './checks/nearMisses.js';
import { changesOf, coverageOf } from './drafts/draft.js';
import { Coverage } from './topology/Coverage.js';
import { History } from './topology/History.js';
import { keyOf } from './topology/grid.js';
import { problems } from './topology/problems.js';
import { verticesOf } from './topology/shapes.js';

/** @typedef {import('./topology/types.js').Point} Point */
/** @typedef {import('./topology/types.js').Shape} Shape */
/** @typedef {import('./topology/types.js').Outcome} Outcome */
/** @typedef {import('./drafts/draft.js').Draft} Draft */
/** @typedef {import('./topology/problems.js').Problem | import('./checks/nearMisses.js').NearMiss | import('./checks/belonging.js').Stray} LocalFinding */

const SAVE_AFTER_MS = 150;
/** Told, and left to the server to judge. @type {ReadonlySet<string>} */
const ADVICE = new Set(['gap', 'outsideUnit', 'outsideArea']);

/** What is being edited: the coverage with its history, what is selected, what is wrong, and the draft that all of it is kept in. */
export class Workspace {
  /**
   * @param {string} layer @param {import('./drafts/DraftStore.js').DraftStore} store
   * @param {{onChange: () => void, view: () => import('../api/types.js').MapPosition, belonging: import('./checks/belonging.js').Belonging}} options
   */
  constructor(layer, store, { onChange, view, belonging }) {
    this.layer = layer;
    this._store = store;
    this._onChange = onChange;
    this._view = view;
    this._belonging = belonging;
    /** @type {Map<string, Shape>} */
    this.loaded = new Map();
    this.history = new History(new Coverage(this.loaded));
    /** @type {LocalFinding[]} */
    this.findings = [];
    /** @type {Draft} */
    this.draft = {
      id: `d${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`, layer, changes: [], saved: null, isDirty: false, rest: [],
      words: { title: '', message: '', decision: '', validFrom: '' }, view: view(), changedAt: '',
    };
    /** @type {string | null} */
    this.selected = null;
    /** @type {Point | null} */
    this.vertex = null;
    this._timer = 0;
    this._made = 0;
    this._isForgotten = false;
  }

  /** @param {Coverage} coverage */
  _start(coverage) {
    this.history = new History(coverage);
    this.findings = [];
  }

  get coverage() {
    return this.history.coverage;
  }

  get shape() {
    return this.selected ? this.coverage.get(this.selected) : null;
  }

  /** Something that no server would take. */
  get isFaulty() {
    return this.findings.some(({ code }) => !ADVICE.has(code));
  }

  get isChanged() {
    return this.coverage.changes.size > 0;
  }

  /** @returns {string} of a feature that the server does not know yet */
  newId() {
    this._made += 1;
    return `new-${Date.now().toString(36)}-${this._made}`;
  }

  /** Takes up what was kept. @param {Draft} draft */
  resume(draft) {
    this.draft = draft;
    const coverage = coverageOf(draft, this.loaded);
    this._start(new Coverage(this.loaded));
    if (coverage.changes.size > 0) {
      this.history.push(coverage, 'did.resumed');
    }
    this.check();
    this.keepSoon();
    this._onChange();
  }

  /** @param {string | null} id @param {Point | null} [vertex] */
  select(id, vertex = null) {
    this.selected = id;
    this.vertex = vertex ?? this.shape?.point ?? null;
    this._onChange();
  }

  /**
   * @param {Outcome} outcome @param {string} label text key of what was done
   * @param {{selected?: string | null, vertex?: Point | null, amends?: boolean}} [after]
   * @returns {boolean} false if it was refused
   */
  apply(outcome, label, { selected = this.selected, vertex = this.vertex, amends = false } = {}) {
    if (!outcome.ok) {
      return false;
    }
    if (amends && this.history.last?.label === label) {
      this.history.amend(outcome.coverage);
    } else {
      this.history.push(outcome.coverage, label, this.selected);
    }
    this.selected = selected && outcome.coverage.get(selected) ? selected : null;
    this.vertex = vertex;
    this._after();
    return true;
  }

  /** @param {Record<string, unknown>} properties of the selected feature */
  setProperties(properties) {
    const { shape } = this;
    if (shape) {
      const next = Object.freeze({ ...shape, properties: { ...shape.properties, ...properties } });
      this.history.push(this.coverage.with(new Map([[shape.id, next]])), 'did.attributes', this.selected);
      this._after();
    }
  }

  /** @returns {string | null} the label of what was undone */
  undo() {
    const step = this.history.last;
    return step && this.history.undo() ? this._landed(step) : null;
  }

  /** @returns {string | null} */
  redo() {
    const step = this.history.next;
    return step && this.history.redo() ? this._landed(step) : null;
  }

  /** @param {import('./topology/History.js').Step} step */
  _landed({ label, selected }) {
    this.selected = [this.selected, selected].find((id) => id && this.coverage.get(id)) ?? null;
    const { shape } = this;
    this.vertex = shape?.point ?? (this.vertex && shape && verticesOf(shape).has(keyOf(this.vertex)) ? this.vertex : null);
    this._after();
    return label;
  }

  /** @param {Partial<Draft['words']>} words */
  setWords(words) {
    this.draft = { ...this.draft, isDirty: true, words: { ...this.draft.words, ...words } };
    this.keepSoon();
  }

  /** @param {import('./api/ProposalsApi.js').Saved | null} saved null: from now on it is a proposal of its own @param {{coverage: Coverage, words: Draft['words']}} [what] was saved */
  setSaved(saved, what) {
    const isDirty = saved === null || what?.coverage !== this.coverage || what.words !== this.draft.words;
    this.draft = { ...this.draft, saved: saved && { id: saved.id, version: saved.version, state: saved.state }, isDirty };
    this.keepSoon();
  }

  check() {
    const changed = [...this.coverage.changes.keys()].filter((id) => this.coverage.get(id));
    const wrong = problems(this.coverage, changed);
    const pairs = new Set(wrong.map(({ ids }) => [...ids].sort().join(' ')));
    const near = nearMisses(this.coverage, changed).filter(({ ids }) => !pairs.has([...ids].sort().join(' ')));
    this.findings = [...wrong, ...near, ...this._belonging.check(this.coverage, changed)];
  }

  _after() {
    this.draft = { ...this.draft, isDirty: true };
    this.check();
    this.keepSoon();
    this._onChange();
  }

  keepSoon() {
    clearTimeout(this._timer);
    delete document.documentElement.dataset.draftKept;
    this._timer = window.setTimeout(() => this.keep(), SAVE_AFTER_MS);
  }

  /** Keeps the draft on this device; nothing is kept of what was looked at only. */
  async keep() {
    clearTimeout(this._timer);
    const { words } = this.draft;
    if (this._isForgotten) {
      return;
    }
    if (!this.isChanged && this.history.length === 0 && !Object.values(words).some(Boolean)) {
      return;
    }
    this.draft = { ...this.draft, changes: changesOf(this.coverage), view: this._view(), changedAt: new Date().toISOString() };
    await this._store.put(this.draft);
    document.documentElement.dataset.draftKept = String(this.draft.changes.length);
  }

  /** Removes the draft from this device, and keeps it no more. */
  async forget() {
    clearTimeout(this._timer);
    this._isForgotten = true;
    await this._store.remove(this.draft.id);
  }
}
