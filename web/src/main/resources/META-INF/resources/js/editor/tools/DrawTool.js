// @ts-check
import { addHole, drawFeature, splitFeature, traceAlong } from '../topology/actions/index.js';
import { same } from '../topology/grid.js';

/** @typedef {import('../topology/types.js').Point} Point */
/** @typedef {import('./MapInput.js').Pointed} Pointed */

/** Draws a line or an outline point by point: a new feature, a hole in the selected one, or a line to split it by. */
export class DrawTool {
  /** @param {import('../Editor.js').Bench} bench @param {'draw' | 'hole' | 'split'} name */
  constructor(bench, name) {
    this.name = name;
    this._bench = bench;
    /** @type {Point[]} */
    this.points = [];
    /** @type {Point | null} */
    this._cursor = null;
  }

  get sketch() {
    return { points: this.points, isClosed: this.name !== 'split', cursor: this._cursor };
  }

  /** @param {Pointed} pointed */
  hover(pointed) {
    const snapped = this._bench.snap(pointed);
    this._cursor = snapped.point;
    this._bench.redraw(true, snapped);
    this._bench.tellStray(snapped.point, this._shape);
  }

  /** @param {Pointed} pointed */
  click(pointed) {
    const { point } = this._bench.snap(pointed);
    const last = this.points[this.points.length - 1];
    // On the first point of an outline again, or twice on the same place: done.
    if ((last && same(last, point)) || (this.points.length > 2 && this.name !== 'split' && same(this.points[0], point))) {
      this.finish();
      return;
    }
    this.add(point);
  }

  /** @param {Point} point also typed, as coordinates */
  add(point) {
    const last = this.points[this.points.length - 1];
    const way = last && this._bench.isTracing ? this._wayAlong(last, point) : null;
    this.points = [...this.points, ...(way ?? [point])];
    this._bench.changed();
    this._bench.tellStray(point, this._shape);
  }

  /** What gets the outline, where that is known already. */
  get _shape() {
    return this.name === 'draw' ? null : this._bench.workspace.shape;
  }

  /** @param {Point} from @param {Point} to */
  _wayAlong(from, to) {
    const rings = [...this._bench.workspace.coverage.through(from), ...this._bench.reference.through(from)].flatMap(({ polygons }) => polygons.flat());
    return traceAlong(rings, from, to) ?? traceAlong(this._bench.tracks, from, to, false);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    switch (event.key) {
      case ' ': this.click(this._bench.middle); return true;
      case 'Enter': this.finish(); return true;
      case 'Backspace': this.back(); return true;
      case 'Escape': this._bench.take('select'); return true;
      default: return false;
    }
  }

  back() {
    this.points = this.points.slice(0, -1);
    this._bench.changed();
  }

  finish() {
    const { workspace } = this._bench;
    const { coverage, selected } = workspace;
    const outcome = this.name === 'draw'
      ? drawFeature(coverage, { id: workspace.newId(), layer: workspace.layer, properties: this._bench.propertiesAt(this.points) }, this.points, true)
      : this.name === 'hole' ? addHole(coverage, selected ?? '', this.points)
        : splitFeature(coverage, selected ?? '', this.points, () => workspace.newId());
    const made = outcome.ok ? outcome.made?.[0] : null;
    if (this._bench.apply(outcome, `did.${this.name}`, { selected: made ?? selected, vertex: null })) {
      this._bench.take('select');
    }
  }
}
