// @ts-check
import { keyOf } from '../grid.js';
import { arrange, sides } from '../arrangement.js';
import { polygonsOfEdges } from '../faces.js';
import { doubleArea } from '../predicates.js';
import { makeShape, segmentsOf, withPolygons } from '../shapes.js';
import { doneSoundly, refused } from './outcome.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Polygon} Polygon */

/**
 * Splits a feature along a line. The largest part stays the feature, the others become new ones with its values; neighbours get the
 * line's ends as vertices.
 *
 * @param {import('../types.js').Coverage} coverage @param {string} id @param {readonly Point[]} line
 * @param {() => string} newId @returns {import('../types.js').Outcome}
 */
export function splitFeature(coverage, id, line, newId) {
  const shape = coverage.get(id);
  if (!shape) {
    return refused('noFeature');
  }
  if (line.length < 2) {
    return refused('shortLine', line[0]);
  }
  const segments = line.slice(1).map((point, i) => /** @type {[Point, Point]} */ ([line[i], point])).filter(([a, b]) => keyOf(a) !== keyOf(b));
  const edges = arrange([segmentsOf(shape).map(([a, b]) => [a, b]), segments]);
  /** @type {[Point, Point][]} */
  const halves = [];
  for (const edge of edges) {
    const [left, right] = edge.winding[0] === 0 ? sides({ ...edge, winding: [0] }, edges) : [[edge.winding[0] > 0], [edge.winding[0] < 0]];
    if (left[0]) {
      halves.push([edge.from, edge.to]);
    }
    if (right[0]) {
      halves.push([edge.to, edge.from]);
    }
  }
  const parts = polygonsOfEdges(halves).sort((a, b) => (sizeOf(b) > sizeOf(a) ? 1 : -1));
  if (parts.length <= shape.polygons.length) {
    return refused('notThrough', line[0]);
  }
  // What was apart before and was not cut stays with the feature.
  const [kept, ...rest] = parts;
  const before = new Set(shape.polygons.map(outlineKey));
  const apart = rest.filter((part) => before.has(outlineKey(part)));
  const made = rest.filter((part) => !before.has(outlineKey(part)))
    .map((part) => makeShape({ ...shape, id: newId(), fid: null, version: null, polygons: [part] }));
  if (made.length === 0) {
    return refused('notThrough', line[0]);
  }
  return doneSoundly(coverage, new Map([[id, withPolygons(shape, [kept, ...apart])], ...made.map((one) => /** @type {const} */ ([one.id, one]))]),
    made.map((one) => one.id));
}

/** @param {Polygon} polygon @returns {bigint} */
export function sizeOf(polygon) {
  return polygon.reduce((sum, ring) => sum + doubleArea(ring), 0n);
}

/** @param {Polygon} polygon @returns {string} wherever its rings begin */
function outlineKey(polygon) {
  return polygon.map((ring) => ring.map(keyOf).sort().join(' ')).sort().join('|');
}
