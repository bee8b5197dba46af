// @ts-check
import { keyOf, same } from '../grid.js';
import { mapRings } from '../shapes.js';
import { done, refused } from './outcome.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Coverage} Coverage */

/** @param {Coverage} coverage @param {Point} point @returns {import('../types.js').Outcome} */
export function deleteVertex(coverage, point) {
  const why = whyNotDeleted(coverage, point);
  return why ? refused(why, point) : done(coverage, without(coverage, [point]));
}

/** @param {Coverage} coverage @param {Point} point @returns {string | null} why it must stay */
export function whyNotDeleted(coverage, point) {
  const shapes = coverage.through(point);
  if (shapes.length === 0) {
    return 'noVertex';
  }
  const rings = shapes.flatMap(({ polygons }) => polygons.flat()).filter((ring) => ring.some((one) => same(one, point)));
  if (rings.some((ring) => ring.length <= 3)) {
    return 'tooFew';
  }
  // Without a vertex at which three borders meet, a triangle between them would belong to nobody or to two.
  return neighbours(coverage, point).size > 2 ? 'junction' : null;
}

/** @param {Coverage} coverage @param {Point} point @returns {Map<string, Point>} the vertices that borders lead to from here */
export function neighbours(coverage, point) {
  /** @type {Map<string, Point>} */
  const found = new Map();
  for (const ring of coverage.through(point).flatMap(({ polygons }) => polygons.flat())) {
    ring.forEach((one, i) => {
      if (same(one, point)) {
        for (const next of [ring[(i + 1) % ring.length], ring[(i + ring.length - 1) % ring.length]]) {
          found.set(keyOf(next), next);
        }
      }
    });
  }
  return found;
}

/** @param {Coverage} coverage @param {readonly Point[]} points @returns {Map<string, import('../types.js').Shape>} the shapes without them */
export function without(coverage, points) {
  const keys = new Set(points.map(keyOf));
  const shapes = new Set(points.flatMap((point) => coverage.through(point)));
  return new Map([...shapes].map((shape) => [shape.id, mapRings(shape, (ring) => {
    const rest = ring.filter((point) => !keys.has(keyOf(point)));
    return rest.length === ring.length ? ring : rest;
  })]));
}
