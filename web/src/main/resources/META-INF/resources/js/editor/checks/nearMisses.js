// @ts-check
import { keyOf, toDegrees } from '../topology/grid.js';
import { boxesMeet, locateIn, segmentsOf, verticesOf } from '../topology/shapes.js';
import { distanceOf, stepsOf } from '../measure/measure.js';

/** @typedef {import('../topology/types.js').Point} Point */
/** @typedef {import('../topology/types.js').Coverage} Coverage */
/** @typedef {{code: 'gap', ids: string[], place: Point, size: number, mend: {from: Point, to: Point}}} NearMiss size in metres */

/**
 * Vertices that almost lie on a neighbour: a gap, or an overlap, that nobody meant.
 *
 * @param {Coverage} coverage @param {Iterable<string>} ids @param {number} [toleranceMetres] @returns {NearMiss[]} at most one for each pair
 */
export function nearMisses(coverage, ids, toleranceMetres = 2) {
  /** @type {Map<string, NearMiss>} */
  const found = new Map();
  for (const id of ids) {
    const shape = coverage.get(id);
    if (shape) {
      const reach = stepsOf(toleranceMetres, toDegrees([shape.box[0], shape.box[1]])[1]);
      const slack = Math.max(...reach);
      for (const other of coverage.near([shape.box[0] - slack, shape.box[1] - slack, shape.box[2] + slack, shape.box[3] + slack])) {
        const pair = [id, other.id].sort().join(' ');
        if (other.id !== id && !found.has(pair)) {
          const miss = missBetween(shape, other, slack, toleranceMetres) ?? missBetween(other, shape, slack, toleranceMetres);
          if (miss) {
            found.set(pair, { ...miss, code: 'gap', ids: [id, other.id] });
          }
        }
      }
    }
  }
  return [...found.values()];
}

/** @param {import('../topology/types.js').Shape} shape @param {import('../topology/types.js').Shape} other @param {number} slack @param {number} toleranceMetres */
function missBetween(shape, other, slack, toleranceMetres) {
  const theirs = verticesOf(other);
  const segments = segmentsOf(other).filter(([a, b]) => boxesMeet([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])], shape.box, slack));
  for (const [key, place] of segments.length > 0 ? verticesOf(shape) : []) {
    if (!theirs.has(key) && boxesMeet([...place, ...place], other.box, slack)) {
      const to = nearest(place, segments, slack);
      const size = to ? distanceOf(place, to) : Infinity;
      // A border that leads to the neighbour comes near it at its end; what matters is a vertex that ends nowhere.
      if (to && size <= toleranceMetres && size > 0 && locateIn(place, other) <= 0) {
        return { place, size, mend: { from: place, to } };
      }
    }
  }
  return null;
}

/** @param {Point} p @param {[Point, Point, any][]} segments @param {number} slack @returns {Point | null} a vertex if one is as near, else a place on an edge */
export function nearest(p, segments, slack) {
  /** @type {Point | null} */
  let best = null;
  let least = slack;
  for (const [a, b] of segments) {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    const foot = /** @type {Point} */ ([Math.round(a[0] + t * dx), Math.round(a[1] + t * dy)]);
    for (const [candidate, bonus] of /** @type {[Point, number][]} */ ([[foot, 1], [a, 0.5], [b, 0.5]])) {
      const away = Math.hypot(candidate[0] - p[0], candidate[1] - p[1]);
      if (away <= slack && away * bonus < least && keyOf(candidate) !== keyOf(p)) {
        [best, least] = [candidate, away * bonus];
      }
    }
  }
  return best;
}
