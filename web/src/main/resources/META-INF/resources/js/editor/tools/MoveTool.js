// @ts-check
import { moved, moveFeature } from '../topology/actions/index.js';
import { locateIn, verticesOf } from '../topology/shapes.js';

/** @typedef {import('./MapInput.js').Pointed} Pointed */

/** Moves the selected feature as a whole. What it shares with neighbours comes along. */
export class MoveTool {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this.name = 'move';
    this._bench = bench;
    /** @type {import('../topology/types.js').Point | null} */
    this._from = null;
  }

  /** @param {Pointed} pointed */
  down({ at }) {
    const { shape } = this._bench.workspace;
    this._from = shape && locateIn(at, shape) >= 0 ? at : null;
    return this._from !== null;
  }

  /** @param {Pointed} pointed */
  drag({ at }) {
    const { shape, coverage } = this._bench.workspace;
    if (shape && this._from) {
      const [dx, dy] = [at[0] - this._from[0], at[1] - this._from[1]];
      this._bench.showMoving([...moved(coverage, new Map([...verticesOf(shape)].map(([key, [x, y]]) => [key, [x + dx, y + dy]]))).values()], null, null);
    }
  }

  /** @param {Pointed} pointed @param {boolean} isMoved */
  up({ at }, isMoved) {
    const { selected, coverage } = this._bench.workspace;
    if (isMoved && selected && this._from) {
      this._bench.apply(moveFeature(coverage, selected, [at[0] - this._from[0], at[1] - this._from[1]]), 'did.moveFeature', { vertex: null });
    }
    this._from = null;
    this._bench.redraw();
  }

  /** @param {Pointed} pointed */
  click(pointed) {
    this._bench.take('select').click?.(pointed);
  }

  cancel() {
    this._from = null;
    this._bench.redraw();
  }
}
