// @ts-check
import { toDegrees } from '../topology/grid.js';

/** @typedef {import('../topology/types.js').Point} Point */
/** @typedef {import('../topology/types.js').Ring} Ring */

// WGS84
const A = 6378137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;

/** @param {number} sine of a latitude @returns {number} the area between the equator and it, in units of a² / 2 per radian */
function zone(sine) {
  return (1 - E2) * (sine / (1 - E2 * sine * sine) + Math.atanh(E * sine) / E);
}

/**
 * On the ellipsoid, with edges straight on the equal-area cylinder: against geodesic edges that is less than a millionth for
 * borders of this country.
 *
 * @param {readonly (readonly Ring[])[]} polygons @returns {number} square metres
 */
export function areaOf(polygons) {
  return polygons.flat().reduce((sum, ring) => sum + ringArea(ring), 0);
}

/** @param {Ring} ring @returns {number} negative for holes */
function ringArea(ring) {
  const points = ring.map(toDegrees);
  const zones = points.map(([, lat]) => zone(Math.sin(lat * RADIANS)));
  let sum = 0;
  points.forEach(([lon], i) => {
    const next = (i + 1) % points.length;
    // Differences to the first corner keep all digits.
    sum -= (points[next][0] - lon) * RADIANS * ((zones[i] + zones[next]) / 2 - zones[0]);
  });
  return sum * A * A / 2;
}

/** @param {Point} a @param {Point} b @returns {number} metres, exact to a millimetre for edges of a few kilometres */
export function distanceOf(a, b) {
  const [[lonA, latA], [lonB, latB]] = [toDegrees(a), toDegrees(b)];
  const sine = Math.sin((latA + latB) / 2 * RADIANS);
  const w = Math.sqrt(1 - E2 * sine * sine);
  const east = (lonB - lonA) * RADIANS * A / w * Math.sqrt(1 - sine * sine);
  const north = (latB - latA) * RADIANS * A * (1 - E2) / w ** 3;
  return Math.hypot(east, north);
}

/** @param {readonly Point[]} line @param {boolean} isClosed @returns {number} metres */
export function lengthOf(line, isClosed) {
  return line.reduce((sum, point, i) => (i > 0 || isClosed ? sum + distanceOf(line[(i + line.length - 1) % line.length], point) : sum), 0);
}

/** @param {number} metres @param {number} latitude degrees @returns {[x: number, y: number]} about as many steps of the grid */
export function stepsOf(metres, latitude) {
  const degree = RADIANS * A;
  return [Math.round(metres / (degree * Math.cos(latitude * RADIANS)) * 1e8), Math.round(metres / degree * 1e8)];
}
