// @ts-check
import { addPoint } from '../topology/actions/index.js';

/** @typedef {import('./MapInput.js').Pointed} Pointed */

/** Puts a new point where somebody clicks, or in the middle of the map. */
export class PointTool {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this.name = 'point';
    this._bench = bench;
  }

  /** @param {Pointed} pointed */
  hover({ at }) {
    this._bench.tellStray(at);
  }

  /** @param {Pointed} pointed */
  click({ at }) {
    this.add(at);
  }

  /** @param {import('../topology/types.js').Point} point also typed, as coordinates */
  add(point) {
    const { workspace } = this._bench;
    const outcome = addPoint(workspace.coverage, { id: workspace.newId(), layer: workspace.layer, properties: this._bench.propertiesAt([point]) }, point);
    if (this._bench.apply(outcome, 'did.point', { selected: (outcome.ok && outcome.made?.[0]) || null, vertex: point })) {
      this._bench.take('select');
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    switch (event.key) {
      case ' ': case 'Enter': this.add(this._bench.middle.at); return true;
      case 'Escape': this._bench.take('select'); return true;
      default: return false;
    }
  }
}
