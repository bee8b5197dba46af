// @ts-check
import { edgeKey, keyOf, same } from './grid.js';
import { throughPixel } from './predicates.js';
import { boxOf, edgesOf, insertBetween, segmentsOf, verticesOf } from './shapes.js';

/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Shape} Shape */
/** @typedef {import('./Coverage.js').Coverage} Coverage */

/** A vertex put into an edge bends it by less than a step, which may bring it onto another vertex; more than twice is not known. */
const ROUNDS = 4;

/**
 * Puts changed shapes into a coverage so that neighbours have common vertices: where a vertex of one lies on an edge of another (a
 * T-junction) the edge gets that vertex, on both sides of it.
 *
 * @param {Coverage} coverage @param {ReadonlyMap<string, Shape | null>} changes
 * @returns {{coverage: Coverage, changed: string[]}} with the neighbours that got vertices
 */
export function noded(coverage, changes) {
  let now = coverage.with(changes);
  const changed = new Set(changes.keys());
  /** @type {Map<string, Shape | null>} what each looked like when it was looked at last */
  let before = new Map([...changes.keys()].map((id) => [id, coverage.get(id)]));
  for (let round = 0; round < ROUNDS && before.size > 0; round += 1) {
    /** @type {Map<string, Shape>} */
    const next = new Map();
    const put = (/** @type {Shape} */ shape, /** @type {Point} */ a, /** @type {Point} */ b, /** @type {Point[]} */ points) => {
      const shapeNow = next.get(shape.id) ?? shape;
      next.set(shape.id, insertBetween(shapeNow, a, b, points));
    };
    for (const [id, old] of before) {
      const shape = now.get(id);
      if (shape) {
        takeVertices(now, shape, old, put);
        giveVertices(now, shape, old, put);
      }
    }
    before = new Map([...next.keys()].map((id) => [id, now.get(id)]));
    now = now.with(next);
    next.forEach((_shape, id) => changed.add(id));
  }
  return { coverage: now, changed: [...changed] };
}

/**
 * Shapes as they were drawn, given the vertices of their neighbours.
 *
 * @param {Coverage} coverage @param {Shape[]} loaded @returns {Shape[]} those that got vertices
 */
export function nodedAmongThemselves(coverage, loaded) {
  /** @type {Map<string, Shape>} */
  const next = new Map();
  for (const shape of loaded) {
    takeVertices(coverage, shape, null, (one, a, b, points) => {
      next.set(one.id, insertBetween(next.get(one.id) ?? one, a, b, points));
    });
  }
  return [...next.values()];
}

/**
 * New edges of a shape that run through vertices of others.
 *
 * @param {Coverage} coverage @param {Shape} shape @param {Shape | null} old
 * @param {(shape: Shape, a: Point, b: Point, points: Point[]) => void} put
 */
function takeVertices(coverage, shape, old, put) {
  const known = old ? edgesOf(old) : new Set();
  const fresh = segmentsOf(shape).filter(([a, b]) => !known.has(edgeKey(a, b)));
  if (fresh.length === 0) {
    return;
  }
  const own = verticesOf(shape);
  const box = boxOf(fresh.flatMap(([a, b]) => [a, b]));
  /** @type {Map<string, Point>} */
  const foreign = new Map();
  for (const other of coverage.near(box)) {
    if (other.id !== shape.id) {
      verticesOf(other).forEach((point, key) => {
        if (point[0] >= box[0] - 1 && point[0] <= box[2] + 1 && point[1] >= box[1] - 1 && point[1] <= box[3] + 1 && !own.has(key)) {
          foreign.set(key, point);
        }
      });
    }
  }
  const sorted = [...foreign.values()].sort((p, q) => p[0] - q[0]);
  for (const [a, b] of fresh) {
    const on = pointsOn(a, b, sorted);
    if (on.length > 0) {
      put(shape, a, b, on);
    }
  }
}

/**
 * New vertices of a shape that lie on edges of others.
 *
 * @param {Coverage} coverage @param {Shape} shape @param {Shape | null} old
 * @param {(shape: Shape, a: Point, b: Point, points: Point[]) => void} put
 */
function giveVertices(coverage, shape, old, put) {
  const known = old ? verticesOf(old) : new Map();
  const fresh = [...verticesOf(shape)].filter(([key]) => !known.has(key)).map(([, point]) => point).sort((p, q) => p[0] - q[0]);
  if (fresh.length === 0) {
    return;
  }
  const box = boxOf(fresh);
  for (const other of coverage.near(box)) {
    if (other.id !== shape.id) {
      const theirs = verticesOf(other);
      const missing = fresh.filter((point) => !theirs.has(keyOf(point)));
      for (const [a, b] of missing.length > 0 ? segmentsOf(other) : []) {
        const on = pointsOn(a, b, missing);
        if (on.length > 0) {
          put(other, a, b, on);
        }
      }
    }
  }
}

/** @param {Point} a @param {Point} b @param {readonly Point[]} sorted by x @returns {Point[]} those on the segment, from a to b */
export function pointsOn(a, b, sorted) {
  const [from, to] = a[0] < b[0] ? [a[0] - 1, b[0] + 1] : [b[0] - 1, a[0] + 1];
  /** @type {Point[]} */
  const found = [];
  for (let i = firstFrom(sorted, from); i < sorted.length && sorted[i][0] <= to; i += 1) {
    const p = sorted[i];
    if (!same(p, a) && !same(p, b) && throughPixel(p, a, b)) {
      found.push(p);
    }
  }
  if (found.length < 2) {
    return found;
  }
  // In one order for both directions, also where two points are equally far along: neighbours must agree.
  const isForward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  const [start, end] = isForward ? [a, b] : [b, a];
  const along = (/** @type {Point} */ p) => (p[0] - start[0]) * (end[0] - start[0]) + (p[1] - start[1]) * (end[1] - start[1]);
  found.sort((p, q) => along(p) - along(q) || p[0] - q[0] || p[1] - q[1]);
  return isForward ? found : found.reverse();
}

/** @param {readonly Point[]} sorted by x @param {number} x */
function firstFrom(sorted, x) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle][0] < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
