// @ts-check
import { deleteVertex, insertVertex, movePoint, moveVertex } from '../topology/actions/index.js';
import { keyOf, same, toDegrees } from '../topology/grid.js';
import { stepsOf } from '../measure/measure.js';

/** @typedef {import('../topology/types.js').Point} Point */
/** @typedef {import('../topology/types.js').Ring} Ring */

/** @type {Record<string, [x: number, y: number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * The vertices of the selected feature by keyboard: arrows walk along the border, Enter takes the vertex in hand, arrows then move
 * it step by step, Enter puts it down.
 */
export class VertexKeys {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this.isHeld = false;
    this.stepMetres = 1;
  }

  /** @param {KeyboardEvent} event @returns {boolean} */
  key(event) {
    const { workspace } = this._bench;
    if (!workspace.shape || event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    const arrow = ARROWS[event.key];
    if (arrow) {
      if (this.isHeld && workspace.vertex) {
        this._nudge(workspace.vertex, arrow);
      } else {
        this._walk(event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
      }
      return true;
    }
    switch (event.key) {
      case 'Enter': case 'm': case 'M':
        if (workspace.vertex) {
          this.hold(!this.isHeld);
        } else {
          this._walk(1, false);
        }
        return true;
      case 'i': case 'I': this.insert(); return true;
      case 'Delete': case 'Backspace': this.remove(); return true;
      case 'Escape':
        if (this.isHeld) {
          this.hold(false);
        } else {
          workspace.select(workspace.vertex && !workspace.shape.point ? workspace.selected : null);
        }
        return true;
      default: return false;
    }
  }

  /** @param {boolean} isHeld */
  hold(isHeld) {
    this.isHeld = isHeld;
    this._bench.say(isHeld ? 'vertex.held' : 'vertex.put');
    this._bench.changed();
  }

  /** Puts a vertex in the middle of the edge that follows, and goes there. */
  insert() {
    const found = this._find();
    if (this._bench.workspace.shape?.point) {
      this._bench.say('why.isPoint');
    } else if (found) {
      const next = found.ring[(found.i + 1) % found.ring.length];
      const at = found.ring[found.i];
      const middle = /** @type {Point} */ ([Math.round((at[0] + next[0]) / 2), Math.round((at[1] + next[1]) / 2)]);
      this._bench.apply(insertVertex(this._bench.workspace.coverage, at, next, middle), 'did.insert', { vertex: middle });
    } else {
      this._bench.say('why.noVertexChosen');
    }
  }

  remove() {
    const { workspace } = this._bench;
    const found = this._find();
    if (workspace.shape?.point) {
      this._bench.say('why.isPoint');
    } else if (found && workspace.vertex) {
      const after = found.ring[(found.i + found.ring.length - 1) % found.ring.length];
      this.isHeld = false;
      this._bench.apply(deleteVertex(workspace.coverage, workspace.vertex), 'did.delete', { vertex: after });
    } else {
      this._bench.say('why.noVertexChosen');
    }
  }

  /** @returns {{ring: Ring, i: number, rings: Ring[]} | null} */
  _find() {
    const { shape, vertex } = this._bench.workspace;
    const rings = shape?.polygons.flat() ?? [];
    for (const ring of vertex ? rings : []) {
      const i = ring.findIndex((point) => same(point, /** @type {Point} */ (vertex)));
      if (i >= 0) {
        return { ring, i, rings };
      }
    }
    return null;
  }

  /** @param {1 | -1} step @param {boolean} isFar ten at once */
  _walk(step, isFar) {
    const { workspace } = this._bench;
    const found = this._find();
    if (workspace.shape?.point) {
      // There is nowhere to walk to.
    } else if (!found) {
      workspace.select(workspace.selected, workspace.shape?.polygons[0][0][0] ?? null);
    } else {
      // Past the end of a ring comes the next one: holes, and further parts.
      const all = found.rings.flat();
      const at = all.findIndex((point) => same(point, found.ring[found.i]));
      const by = isFar ? 10 * step : step;
      workspace.select(workspace.selected, all[(at + by + 10 * all.length) % all.length]);
    }
    this._bench.reveal(workspace.vertex);
    this._bench.sayVertex();
  }

  /** @param {Point} vertex @param {[x: number, y: number]} arrow */
  _nudge(vertex, [x, y]) {
    const [dx, dy] = stepsOf(this.stepMetres, toDegrees(vertex)[1]);
    const to = /** @type {Point} */ ([vertex[0] + x * dx, vertex[1] + y * dy]);
    const { workspace } = this._bench;
    const key = keyOf(vertex);
    // A row of presses on the same vertex is one step back for undo.
    const amends = this._moved === key;
    const { shape, coverage } = workspace;
    const outcome = shape?.point ? movePoint(coverage, shape.id, to) : moveVertex(coverage, vertex, to);
    if (this._bench.apply(outcome, 'did.nudge', { vertex: to, amends })) {
      this._moved = keyOf(to);
      this._bench.reveal(to);
      this._bench.sayVertex();
    }
  }
}
