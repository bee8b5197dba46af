// @ts-check

/** @typedef {import('../api/types.js').ViewerState} ViewerState */
/** @typedef {keyof ViewerState} StateKey */
/**
 * `push` makes a step for the back button, `replace` does not, `none` means the address already says it.
 * @typedef {'push' | 'replace' | 'none'} History
 */
/** @callback StateListener @param {ViewerState} state @param {ReadonlySet<StateKey>} changed @param {History} history */

/** @type {Readonly<ViewerState>} */
export const INITIAL_STATE = Object.freeze({ map: null, layers: null, styles: {}, asOf: null, lang: 'vi', feature: null });

/** The one holder of the viewer's state. Parts ask for changes here and draw themselves when told. */
export class Store {
  constructor() {
    /** @type {ViewerState} */
    this._state = INITIAL_STATE;
    /** @type {StateListener[]} */
    this._listeners = [];
  }

  get state() {
    return this._state;
  }

  /** @param {StateListener} listener */
  subscribe(listener) {
    this._listeners.push(listener);
  }

  /** @param {Partial<ViewerState>} patch @param {History} [history] */
  update(patch, history = 'push') {
    const before = this._state;
    const after = Object.freeze({ ...before, ...patch });
    const keys = /** @type {StateKey[]} */ (Object.keys(after));
    const changed = new Set(keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])));
    if (changed.size > 0) {
      this._state = after;
      this._listeners.forEach((listener) => listener(after, changed, history));
    }
  }
}
