// @ts-check
import { edgeKey, fromDegrees, keyOf, same, toDegrees } from './grid.js';
import { doubleArea, locate } from './predicates.js';

/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Ring} Ring */
/** @typedef {import('./types.js').Polygon} Polygon */
/** @typedef {import('./types.js').Shape} Shape */
/** @typedef {import('./types.js').Box} Box */

/** @type {WeakMap<Shape, Map<string, Point>>} */
const vertices = new WeakMap();
/** @type {WeakMap<Shape, Set<string>>} */
const edges = new WeakMap();

/** @param {Omit<Shape, 'box'>} fields @returns {Shape} */
export function makeShape(fields) {
  return Object.freeze({ ...fields, box: boxOf(fields.point ? [fields.point] : fields.polygons.flatMap(([shell]) => shell)) });
}

/** @param {Shape} shape @param {readonly Polygon[]} polygons @returns {Shape} */
export function withPolygons(shape, polygons) {
  return makeShape({ ...shape, polygons });
}

/** @param {Iterable<Point>} points @returns {Box} */
export function boxOf(points) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** @param {Box} a @param {Box} b @param {number} [slack] */
export function boxesMeet(a, b, slack = 1) {
  return a[0] <= b[2] + slack && b[0] <= a[2] + slack && a[1] <= b[3] + slack && b[1] <= a[3] + slack;
}

/** @param {Shape} shape @returns {Map<string, Point>} its vertices by place; made once per shape */
export function verticesOf(shape) {
  let known = vertices.get(shape);
  if (!known) {
    known = new Map(shape.polygons.flat(2).map((point) => [keyOf(point), point]));
    vertices.set(shape, known);
  }
  return known;
}

/** @param {Shape} shape @returns {Set<string>} its edges, without direction */
export function edgesOf(shape) {
  let known = edges.get(shape);
  if (!known) {
    known = new Set();
    for (const [a, b] of segmentsOf(shape)) {
      known.add(edgeKey(a, b));
    }
    edges.set(shape, known);
  }
  return known;
}

/** @param {{polygons: readonly Polygon[]}} shape @returns {[Point, Point, Ring][]} with the area on the left, and the ring */
export function segmentsOf({ polygons }) {
  /** @type {[Point, Point, Ring][]} */
  const all = [];
  for (const ring of polygons.flat()) {
    ring.forEach((point, i) => all.push([point, ring[(i + 1) % ring.length], ring]));
  }
  return all;
}

/**
 * @param {Shape} shape @param {(ring: Ring) => Ring} change
 * @returns {Shape} the same one if no ring changed
 */
export function mapRings(shape, change) {
  let isChanged = false;
  const polygons = shape.polygons.map((polygon) => polygon.map((ring) => {
    const next = change(ring);
    isChanged ||= next !== ring;
    return next;
  }));
  return isChanged ? withPolygons(shape, polygons) : shape;
}

/** @param {Shape} shape @param {Point} a @param {Point} b @param {readonly Point[]} between in the order from a to b @returns {Shape} */
export function insertBetween(shape, a, b, between) {
  return mapRings(shape, (ring) => {
    /** @type {Point[]} */
    const points = [];
    ring.forEach((point, i) => {
      const next = ring[(i + 1) % ring.length];
      points.push(point);
      if (same(point, a) && same(next, b)) {
        points.push(...between);
      } else if (same(point, b) && same(next, a)) {
        points.push(...[...between].reverse());
      }
    });
    return points.length === ring.length ? ring : points;
  });
}

/** @param {Ring} ring @returns {Ring} without points that follow themselves */
export function withoutRepeats(ring) {
  const points = ring.filter((point, i) => !same(point, ring[(i + ring.length - 1) % ring.length]));
  return points.length === ring.length ? ring : points;
}

/** @param {Ring} ring @param {boolean} isShell @returns {Ring} turned so that the area lies on the left */
export function turned(ring, isShell) {
  return (doubleArea(ring) > 0n) === isShell ? ring : [...ring].reverse();
}

/** @param {Shape} one @param {Shape} other @returns {boolean} the same values and outlines, wherever their rings begin */
export function areSame(one, other) {
  return one.properties === other.properties && keyOfPoint(one) === keyOfPoint(other) && one.polygons.length === other.polygons.length
    && one.polygons.every((polygon, i) => polygon.length === other.polygons[i].length
      && polygon.every((ring, j) => areSameRings(ring, other.polygons[i][j])));
}

/** @param {Shape} shape */
function keyOfPoint({ point }) {
  return point ? keyOf(point) : '';
}

/** @param {Ring} one @param {Ring} other */
function areSameRings(one, other) {
  const shift = one.length === other.length ? other.findIndex((point) => same(point, one[0])) : -1;
  return shift >= 0 && one.every((point, i) => same(point, other[(i + shift) % other.length]));
}

/** @param {Point} p @param {{polygons: readonly Polygon[]}} shape @returns {number} 1 inside, 0 on the border, -1 outside */
export function locateIn(p, { polygons }) {
  let best = -1;
  for (const [shell, ...holes] of polygons) {
    let where = locate(p, shell);
    for (let i = 0; i < holes.length && where > 0; i += 1) {
      where = -locate(p, holes[i]);
    }
    best = Math.max(best, where);
  }
  return best === -1 ? -1 : Math.abs(best);
}

/** @param {import('geojson').Geometry} geometry @returns {Polygon[]} with points that repeat left out */
export function polygonsOf(geometry) {
  const all = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return all.map((polygon) => polygon
    .map((ring, i) => ({ ring: withoutRepeats(ring.slice(0, -1).map(fromDegrees)), isShell: i === 0 }))
    .filter(({ ring, isShell }) => isShell || ring.length >= 3)
    .map(({ ring, isShell }) => turned(ring, isShell)))
    .filter(([shell]) => shell.length >= 3);
}

/** @param {import('geojson').Geometry} geometry @returns {Point | null} */
export function placeOf(geometry) {
  return geometry.type === 'Point' ? fromDegrees(geometry.coordinates) : null;
}

/** @param {Pick<Shape, 'polygons' | 'point'>} shape @returns {import('geojson').Polygon | import('geojson').MultiPolygon | import('geojson').Point} */
export function geometryOf({ polygons, point }) {
  if (point) {
    return { type: 'Point', coordinates: toDegrees(point) };
  }
  const coordinates = polygons.map((polygon) => polygon.map((ring) => [...ring, ring[0]].map(toDegrees)));
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0] } : { type: 'MultiPolygon', coordinates };
}
