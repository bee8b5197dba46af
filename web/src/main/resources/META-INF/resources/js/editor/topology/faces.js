// @ts-check
import { edgeKey, keyOf } from './grid.js';
import { doubleArea, locate, orient } from './predicates.js';

/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Ring} Ring */
/** @typedef {import('./types.js').Polygon} Polygon */
/** @typedef {readonly [from: Point, to: Point]} HalfEdge with an area on its left */

/**
 * The polygons that half edges bound. Edges must meet at their ends only; those that lead nowhere are left out.
 *
 * @param {HalfEdge[]} halfEdges @returns {Polygon[]} shells turn left, holes right; shells that touch themselves are taken apart
 */
export function polygonsOfEdges(halfEdges) {
  const edges = withoutDeadEnds(halfEdges);
  /** @type {Map<string, HalfEdge[]>} by where they begin, turning left */
  const leaving = new Map();
  for (const edge of edges) {
    const key = keyOf(edge[0]);
    leaving.set(key, [...leaving.get(key) ?? [], edge]);
  }
  leaving.forEach((list) => list.sort(([a, b], [, c]) => compareAngles(a, b, c)));
  /** @type {Set<HalfEdge>} */
  const done = new Set();
  /** @type {Ring[]} */
  const rings = [];
  for (const start of edges) {
    /** @type {Point[]} */
    const walk = [];
    for (let edge = start; !done.has(edge); edge = nextOf(edge, leaving)) {
      done.add(edge);
      walk.push(edge[0]);
    }
    rings.push(...simpleRings(walk));
  }
  return assemble(rings);
}

/** @param {HalfEdge[]} halfEdges */
function withoutDeadEnds(halfEdges) {
  let edges = halfEdges;
  for (;;) {
    /** @type {Map<string, Set<string>>} */
    const around = new Map();
    for (const [a, b] of edges) {
      for (const [from, to] of [[a, b], [b, a]]) {
        const key = keyOf(from);
        (around.get(key) ?? around.set(key, new Set()).get(key))?.add(keyOf(to));
      }
    }
    const kept = edges.filter(([a, b]) => (around.get(keyOf(a))?.size ?? 0) > 1 && (around.get(keyOf(b))?.size ?? 0) > 1);
    if (kept.length === edges.length) {
      return kept;
    }
    edges = kept;
  }
}

/** The next edge around the area on the left: the first one to the right of the way back. @param {HalfEdge} edge @param {Map<string, HalfEdge[]>} leaving */
function nextOf([from, at], leaving) {
  const list = leaving.get(keyOf(at)) ?? [];
  for (let i = list.length - 1; i >= 0; i -= 1) {
    if (compareAngles(at, list[i][1], from) < 0) {
      return list[i];
    }
  }
  return list[list.length - 1];
}

/** @param {Point} at @param {Point} b @param {Point} c @returns {number} negative if at→b comes before at→c, turning left from east */
function compareAngles(at, b, c) {
  const half = (/** @type {Point} */ p) => (p[1] > at[1] || (p[1] === at[1] && p[0] > at[0]) ? 0 : 1);
  return half(b) - half(c) || -orient(at, b, c);
}

/** @param {Point[]} walk @returns {Ring[]} cut where it comes back to a vertex */
function simpleRings(walk) {
  /** @type {Ring[]} */
  const rings = [];
  /** @type {Point[]} */
  const path = [];
  /** @type {Map<string, number>} */
  const at = new Map();
  for (const point of walk) {
    const key = keyOf(point);
    const before = at.get(key);
    if (before !== undefined) {
      const loop = path.splice(before);
      loop.forEach((one) => at.delete(keyOf(one)));
      rings.push(loop);
    }
    at.set(key, path.length);
    path.push(point);
  }
  return [...rings, path].filter((ring) => ring.length >= 3 && doubleArea(ring) !== 0n);
}

/** @param {Ring[]} rings @returns {Polygon[]} */
function assemble(rings) {
  /** @type {Ring[][]} */
  const polygons = rings.filter((ring) => doubleArea(ring) > 0n).sort((a, b) => (doubleArea(a) < doubleArea(b) ? -1 : 1)).map((shell) => [shell]);
  for (const hole of rings.filter((ring) => doubleArea(ring) < 0n)) {
    polygons.find(([shell]) => isWithin(hole, shell))?.push(hole);
  }
  return polygons.reverse();
}

/** @param {Ring} hole @param {Ring} shell that does not cross it */
function isWithin(hole, shell) {
  for (const point of hole) {
    const where = locate(point, shell);
    if (where !== 0) {
      return where > 0;
    }
  }
  // All vertices are on the shell: where an edge is not, its middle tells.
  const edges = new Set(shell.map((point, i) => edgeKey(point, shell[(i + 1) % shell.length])));
  const doubled = shell.map(([x, y]) => /** @type {Point} */ ([2 * x, 2 * y]));
  for (let i = 0; i < hole.length; i += 1) {
    const [a, b] = [hole[i], hole[(i + 1) % hole.length]];
    if (!edges.has(edgeKey(a, b))) {
      return locate([a[0] + b[0], a[1] + b[1]], doubled) > 0;
    }
  }
  return false;
}
