// @ts-check

/** @typedef {import('./types.js').Coverage} Coverage */
/** @typedef {{coverage: Coverage, label: string, selected: string | null}} Step label: the text key of what was done */

/** Everything that was done, as a list of states: undoing is going back in it, as far as wanted. */
export class History {
  /** @param {Coverage} start @param {() => void} [onChange] */
  constructor(start, onChange = () => {}) {
    /** @type {Step[]} */
    this._steps = [{ coverage: start, label: '', selected: null }];
    this._at = 0;
    this._onChange = onChange;
  }

  get coverage() {
    return this._steps[this._at].coverage;
  }

  /** @returns {Step | null} what undo would take back */
  get last() {
    return this._at > 0 ? this._steps[this._at] : null;
  }

  /** @returns {Step | null} what redo would do again */
  get next() {
    return this._steps[this._at + 1] ?? null;
  }

  get length() {
    return this._at;
  }

  /** @param {Coverage} coverage @param {string} label @param {string | null} [selected] */
  push(coverage, label, selected = null) {
    this._steps = [...this._steps.slice(0, this._at + 1), { coverage, label, selected }];
    this._at += 1;
    this._onChange();
  }

  /** Another state instead of the last one: a row of key presses is one step. @param {Coverage} coverage */
  amend(coverage) {
    this._steps = [...this._steps.slice(0, this._at), { ...this._steps[this._at], coverage }];
    this._onChange();
  }

  undo() {
    return this._go(-1);
  }

  redo() {
    return this._go(1);
  }

  /** @param {number} steps */
  _go(steps) {
    if (!this._steps[this._at + steps]) {
      return false;
    }
    this._at += steps;
    this._onChange();
    return true;
  }
}
