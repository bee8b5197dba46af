// @ts-check
import { keyOf, same } from '../grid.js';
import { boxOf, mapRings, verticesOf, withoutRepeats } from '../shapes.js';
import { done, refused } from './outcome.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Coverage} Coverage */
/** @typedef {import('../types.js').Shape} Shape */

/**
 * Moves a vertex in every ring that runs through it. Put onto another vertex it joins it, put onto an edge it becomes the edge's.
 *
 * @param {Coverage} coverage @param {Point} from @param {Point} to @returns {import('../types.js').Outcome}
 */
export function moveVertex(coverage, from, to) {
  return moveVertices(coverage, new Map([[keyOf(from), to]]));
}

/** @param {Coverage} coverage @param {string} id @param {Point} by @returns {import('../types.js').Outcome} the neighbours' common vertices come along */
export function moveFeature(coverage, id, by) {
  const shape = coverage.get(id);
  return shape
    ? moveVertices(coverage, new Map([...verticesOf(shape)].map(([key, [x, y]]) => [key, [x + by[0], y + by[1]]])))
    : refused('noFeature');
}

/** @param {Coverage} coverage @param {ReadonlyMap<string, Point>} moves by the key of where each vertex was @returns {import('../types.js').Outcome} */
export function moveVertices(coverage, moves) {
  const changes = moved(coverage, moves);
  if (changes.size === 0) {
    return refused('noVertex');
  }
  for (const shape of changes.values()) {
    const short = shape.polygons.flat().find((ring) => ring.length < 3);
    if (short) {
      return refused('tooFew', short[0]);
    }
  }
  return done(coverage, changes);
}

/** The shapes as they look with vertices moved, for drawing while somebody drags. @param {Coverage} coverage @param {ReadonlyMap<string, Point>} moves */
export function moved(coverage, moves) {
  /** @type {Map<string, Shape>} */
  const changes = new Map();
  const from = [...moves.keys()].map((key) => /** @type {Point} */ (/** @type {unknown} */ (key.split(',').map(Number))));
  for (const shape of coverage.near(boxOf(from))) {
    const vertices = verticesOf(shape);
    if ([...moves].some(([key, to]) => vertices.has(key) && key !== keyOf(to))) {
      changes.set(shape.id, mapRings(shape, (ring) => (ring.some((point) => moves.has(keyOf(point)))
        ? withoutRepeats(ring.map((point) => moves.get(keyOf(point)) ?? point)) : ring)));
    }
  }
  return changes;
}

/** @param {Coverage} coverage @param {Point} a @param {Point} b @param {Point} point @returns {import('../types.js').Outcome} in all that share the edge */
export function insertVertex(coverage, a, b, point) {
  if (same(point, a) || same(point, b)) {
    return refused('onVertex', point);
  }
  const shapes = coverage.along(a, b);
  if (shapes.length === 0) {
    return refused('noEdge', point);
  }
  return done(coverage, new Map(shapes.map((shape) => [shape.id, mapRings(shape, (ring) => {
    const at = ring.findIndex((one, i) => {
      const next = ring[(i + 1) % ring.length];
      return (same(one, a) && same(next, b)) || (same(one, b) && same(next, a));
    });
    return at < 0 ? ring : [...ring.slice(0, at + 1), point, ...ring.slice(at + 1)];
  })])));
}
