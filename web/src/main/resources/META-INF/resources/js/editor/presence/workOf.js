// @ts-check
import { verticesOf } from '../topology/shapes.js';

/** As many as the server takes. */
const MOST = 1000;

/**
 * What is edited, and what lies beside it: what was changed, and what is selected.
 *
 * @param {import('../Workspace.js').Workspace} workspace @returns {import('./Presence.js').Work}
 */
export function workOf({ layer, coverage, selected }) {
  const ids = new Set([...coverage.changes.keys(), ...(selected ? [selected] : [])]);
  /** @type {Set<number>} */
  const fids = new Set();
  /** @type {Set<number>} */
  const near = new Set();
  for (const id of ids) {
    const shape = coverage.get(id) ?? coverage.loaded.get(id);
    if (shape?.fid) {
      fids.add(shape.fid);
    }
    const own = shape ? verticesOf(shape) : new Map();
    for (const other of shape ? coverage.near(shape.box) : []) {
      if (other.fid && [...verticesOf(other).keys()].some((key) => own.has(key))) {
        near.add(other.fid);
      }
    }
  }
  const sorted = (/** @type {Set<number>} */ set) => [...set].sort((a, b) => a - b).slice(0, MOST);
  return { layer, fids: sorted(fids), near: sorted(new Set([...near].filter((fid) => !fids.has(fid)))) };
}
