// @ts-check
import { insertVertex, moved, movePoint, moveVertex } from '../topology/actions/index.js';
import { keyOf, same } from '../topology/grid.js';
import { locateIn, makeShape, segmentsOf, verticesOf } from '../topology/shapes.js';
import { footOf } from './snap.js';

/** @typedef {import('../topology/types.js').Point} Point */
/** @typedef {import('./MapInput.js').Pointed} Pointed */
/** @typedef {import('../Editor.js').Bench} Bench */

/** Selects features; drags the vertices of the selected one, for all that share them. A drag on its border makes a new vertex. */
export class SelectTool {
  /** @param {Bench} bench */
  constructor(bench) {
    this.name = 'select';
    this._bench = bench;
    /** @type {{coverage: import('../topology/Coverage.js').Coverage, from: Point, to: Point, isNew: boolean} | null} */
    this._drag = null;
  }

  /** @param {Pointed} pointed */
  down(pointed) {
    const { workspace } = this._bench;
    const { shape, coverage } = workspace;
    if (!shape) {
      return false;
    }
    const away = (/** @type {Point} */ p) => awayFrom(pointed, p);
    if (shape.point) {
      this._drag = away(shape.point) <= 1 ? { coverage, from: shape.point, to: shape.point, isNew: false } : null;
      return this._drag !== null;
    }
    /** @type {Point | null} */
    let nearest = null;
    for (const point of verticesOf(shape).values()) {
      if (away(point) <= 1 && !(nearest && away(nearest) <= away(point))) {
        nearest = point;
      }
    }
    if (nearest) {
      this._drag = { coverage, from: nearest, to: nearest, isNew: false };
      workspace.select(shape.id, nearest);
      return true;
    }
    for (const [a, b] of segmentsOf(shape)) {
      const foot = footOf(pointed.at, a, b);
      if (away(foot) <= 0.7 && !same(foot, a) && !same(foot, b)) {
        const outcome = insertVertex(coverage, a, b, foot);
        if (outcome.ok) {
          this._drag = { coverage: outcome.coverage, from: foot, to: foot, isNew: true };
          return true;
        }
      }
    }
    return false;
  }

  /** @param {Pointed} pointed */
  drag(pointed) {
    const { shape } = this._bench.workspace;
    if (this._drag && shape?.point) {
      this._drag.to = pointed.at;
      this._bench.showMoving([makeShape({ ...shape, point: pointed.at })], null, null);
      this._bench.tellStray(pointed.at);
    } else if (this._drag) {
      const key = keyOf(this._drag.from);
      const snapped = this._bench.snap(pointed, { coverage: this._drag.coverage, without: new Set([key]) });
      this._drag.to = snapped.point;
      this._bench.showMoving([...moved(this._drag.coverage, new Map([[key, snapped.point]])).values()], keyOf(snapped.point), snapped);
      this._bench.tellStray(snapped.point, shape);
    }
  }

  /** @param {Pointed} _pointed @param {boolean} isMoved */
  up(_pointed, isMoved) {
    const drag = this._drag;
    this._drag = null;
    this._bench.tellStray(null);
    const { shape, coverage } = this._bench.workspace;
    if (drag && isMoved && shape?.point) {
      this._bench.apply(movePoint(coverage, shape.id, drag.to), 'did.movePoint', { vertex: drag.to });
    } else if (drag && isMoved && !same(drag.from, drag.to)) {
      this._bench.apply(moveVertex(drag.coverage, drag.from, drag.to), drag.isNew ? 'did.insert' : 'did.move', { vertex: drag.to });
    }
    this._bench.redraw();
  }

  cancel() {
    this._drag = null;
    this._bench.tellStray(null);
    this._bench.redraw();
  }

  /** @param {Pointed} pointed */
  click(pointed) {
    const { workspace } = this._bench;
    const { coverage } = workspace;
    workspace.select((pointAt(coverage, pointed) ?? featureAt(coverage, pointed.at))?.id ?? null);
  }
}

/** @param {Pointed} pointed @param {Point} p @returns {number} at most 1 within reach */
function awayFrom({ at, reach }, p) {
  return Math.hypot((p[0] - at[0]) / reach[0], (p[1] - at[1]) / reach[1]);
}

/** @param {import('../topology/Coverage.js').Coverage} coverage @param {Pointed} pointed @returns {import('../topology/types.js').Shape | null} the nearest point within reach */
function pointAt(coverage, pointed) {
  const { at, reach } = pointed;
  const away = (/** @type {import('../topology/types.js').Shape} */ { point }) => (point ? awayFrom(pointed, point) : Infinity);
  return coverage.near([at[0] - reach[0], at[1] - reach[1], at[0] + reach[0], at[1] + reach[1]])
    .filter((shape) => away(shape) <= 1).sort((a, b) => away(a) - away(b))[0] ?? null;
}

/** @param {import('../topology/Coverage.js').Coverage} coverage @param {Point} at @returns {import('../topology/types.js').Shape | null} the smallest there */
export function featureAt(coverage, at) {
  const size = (/** @type {import('../topology/types.js').Shape} */ { box }) => (box[2] - box[0]) * (box[3] - box[1]);
  return coverage.near([...at, ...at]).filter((shape) => locateIn(at, shape) >= 0).sort((a, b) => size(a) - size(b))[0] ?? null;
}
