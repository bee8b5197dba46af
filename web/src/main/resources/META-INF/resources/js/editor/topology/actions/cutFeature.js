// @ts-check
import { areas, arrange } from '../arrangement.js';
import { keyOf, same } from '../grid.js';
import { isFlat } from '../predicates.js';
import { boxesMeet, boxOf, locateIn, makeShape, segmentsOf, turned, withoutRepeats, withPolygons } from '../shapes.js';
import { done, doneSoundly, refused } from './outcome.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Polygon} Polygon */
/** @typedef {import('../types.js').Coverage} Coverage */
/** @typedef {import('../types.js').Outcome} Outcome */

/** @param {Coverage} coverage @param {string} id that loses what the other covers @param {string} otherId @returns {Outcome} */
export function cutFeature(coverage, id, otherId) {
  const [one, other] = [coverage.get(id), coverage.get(otherId)];
  if (!one || !other || id === otherId) {
    return refused('noFeature');
  }
  const rest = minus(one.polygons, other.polygons);
  if (rest.length === 0) {
    return refused('nothingLeft');
  }
  return isSame(one.polygons, rest) ? refused('noOverlap') : doneSoundly(coverage, new Map([[id, withPolygons(one, rest)]]));
}

/** @param {Coverage} coverage @param {string} id @param {readonly Point[]} ring @returns {Outcome} */
export function addHole(coverage, id, ring) {
  const shape = coverage.get(id);
  const hole = withoutRepeats(ring);
  if (!shape) {
    return refused('noFeature');
  }
  if (isFlat(hole)) {
    return refused('tooFew', ring[0]);
  }
  const outside = hole.find((point) => locateIn(point, shape) < 1);
  if (outside) {
    return refused('holeOutside', outside);
  }
  return doneSoundly(coverage, new Map([[id, withPolygons(shape, minus(shape.polygons, [[turned(hole, true)]]))]]));
}

/** @param {Coverage} coverage @param {string} id @param {Point} vertex of the hole @returns {Outcome} */
export function fillHole(coverage, id, vertex) {
  const shape = coverage.get(id);
  const polygons = shape?.polygons.map((polygon) => polygon.filter((ring, i) => i === 0 || !ring.some((point) => same(point, vertex))));
  return !shape || !polygons || polygons.flat().length === shape.polygons.flat().length
    ? refused('noHole', vertex)
    : doneSoundly(coverage, new Map([[id, withPolygons(shape, polygons)]]));
}

/**
 * A new feature. Drawn over neighbours it ends at their borders, as a sheet of paper slid under others.
 *
 * @param {Coverage} coverage @param {Pick<import('../types.js').Shape, 'id' | 'layer' | 'properties'>} feature
 * @param {readonly Point[]} ring @param {boolean} underNeighbours @returns {Outcome}
 */
export function drawFeature(coverage, feature, ring, underNeighbours) {
  const shell = withoutRepeats(ring);
  if (isFlat(shell)) {
    return refused('tooFew', ring[0]);
  }
  const crossed = shell.length > 3 && areas(arrange([edgesOfRing(shell)]), ([inside]) => inside);
  if (crossed && (crossed.length !== 1 || crossed[0][0].length !== shell.length)) {
    return refused('selfCross', ring[0]);
  }
  /** @type {Polygon[]} */
  let polygons = [[turned(shell, true)]];
  for (const other of underNeighbours ? coverage.near(boxOf(shell)) : []) {
    if (boxesMeet(other.box, boxOf(shell))) {
      polygons = minus(polygons, other.polygons);
    }
  }
  if (polygons.length === 0) {
    return refused('nothingLeft', ring[0]);
  }
  const shape = makeShape({ ...feature, fid: null, version: null, polygons });
  return (underNeighbours ? doneSoundly : done)(coverage, new Map([[shape.id, shape]]), [shape.id]);
}

/** @param {Coverage} coverage @param {string} id @returns {Outcome} */
export function deleteFeature(coverage, id) {
  return coverage.get(id) ? done(coverage, new Map([[id, null]])) : refused('noFeature');
}

/** @param {readonly Polygon[]} one @param {readonly Polygon[]} other @returns {Polygon[]} what one has and the other has not */
export function minus(one, other) {
  const edges = arrange([one, other].map((polygons) => segmentsOf({ polygons }).map(([a, b]) => [a, b])));
  return areas(edges, ([inOne, inOther]) => inOne && !inOther);
}

/** @param {readonly Point[]} ring @returns {[Point, Point][]} */
function edgesOfRing(ring) {
  return ring.map((point, i) => [point, ring[(i + 1) % ring.length]]);
}

/** @param {readonly Polygon[]} one @param {readonly Polygon[]} other */
function isSame(one, other) {
  const keys = (/** @type {readonly Polygon[]} */ polygons) => polygons.flat(2).map(keyOf).sort().join(' ');
  return keys(one) === keys(other);
}
