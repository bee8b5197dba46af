// @ts-check
import { cutFeature, mergeFeatures } from '../topology/actions/index.js';
import { featureAt } from './SelectTool.js';

/** Merges the selected feature with a neighbour, or cuts it by one: the neighbour is pointed at, or chosen in the list. */
export class PickTool {
  /** @param {import('../Editor.js').Bench} bench @param {'merge' | 'cut'} name */
  constructor(bench, name) {
    this.name = name;
    this._bench = bench;
  }

  /** @param {import('./MapInput.js').Pointed} pointed */
  click({ at }) {
    const { workspace } = this._bench;
    const others = workspace.coverage.with(new Map([[workspace.selected ?? '', null]]));
    const other = featureAt(others, at);
    if (other) {
      this.pick(other.id);
    }
  }

  /** @param {string} id */
  pick(id) {
    const { selected, coverage } = this._bench.workspace;
    if (selected) {
      const outcome = this.name === 'merge' ? mergeFeatures(coverage, selected, id) : cutFeature(coverage, selected, id);
      this._bench.apply(outcome, this.name === 'merge' ? 'did.merge' : 'did.cut', { selected: (outcome.ok && outcome.made?.[0]) || selected, vertex: null });
      this._bench.take('select');
    }
  }
}
