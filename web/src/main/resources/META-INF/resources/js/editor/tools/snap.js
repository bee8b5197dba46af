// @ts-check
import { boxesMeet, segmentsOf, verticesOf } from '../topology/shapes.js';

/** @typedef {import('../topology/types.js').Point} Point */
/** @typedef {import('../topology/types.js').Shape} Shape */
/** @typedef {{point: Point, kind: 'vertex' | 'edge' | 'free', edge?: [Point, Point]}} Snapped */

/**
 * The place that somebody means who points near a vertex or an edge. A vertex goes before an edge.
 *
 * @param {Point} at @param {readonly [x: number, y: number]} reach how far, in steps of the grid
 * @param {Iterable<Shape>} shapes @param {{lines?: readonly (readonly Point[])[], without?: ReadonlySet<string>}} [options]
 *   without: keys of vertices that are just moving, and their edges
 * @returns {Snapped}
 */
export function snap(at, reach, shapes, { lines = [], without = new Set() } = {}) {
  const box = /** @type {import('../topology/types.js').Box} */ ([at[0] - reach[0], at[1] - reach[1], at[0] + reach[0], at[1] + reach[1]]);
  const away = (/** @type {Point} */ p) => Math.hypot((p[0] - at[0]) / reach[0], (p[1] - at[1]) / reach[1]);
  /** @type {Snapped | null} */
  let vertex = null;
  /** @type {Snapped | null} */
  let onEdge = null;
  const offer = (/** @type {Point} */ p) => {
    if (away(p) <= 1 && !(vertex && away(vertex.point) <= away(p))) {
      vertex = { point: p, kind: 'vertex' };
    }
  };
  const offerEdge = (/** @type {Point} */ a, /** @type {Point} */ b) => {
    if (boxesMeet([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])], box)) {
      const foot = footOf(at, a, b);
      if (away(foot) <= 1 && !(onEdge && away(onEdge.point) <= away(foot))) {
        onEdge = { point: foot, kind: 'edge', edge: [a, b] };
      }
    }
  };
  for (const shape of shapes) {
    if (boxesMeet(shape.box, box)) {
      verticesOf(shape).forEach((point, key) => !without.has(key) && offer(point));
      for (const [a, b] of segmentsOf(shape)) {
        if (without.size === 0 || (!without.has(a.join()) && !without.has(b.join()))) {
          offerEdge(a, b);
        }
      }
    }
  }
  for (const line of lines) {
    line.forEach(offer);
    line.slice(1).forEach((point, i) => offerEdge(line[i], point));
  }
  return vertex ?? onEdge ?? { point: at, kind: 'free' };
}

/** @param {Point} p @param {Point} a @param {Point} b @returns {Point} */
export function footOf(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)));
  return [Math.round(a[0] + t * dx), Math.round(a[1] + t * dy)];
}
