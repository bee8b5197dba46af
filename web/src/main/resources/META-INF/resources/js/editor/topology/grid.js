// @ts-check
// Degrees are numbers with a point, which drift; the grid's are whole and do not.

/** @typedef {import('./types.js').Point} Point */

/** Steps of the grid in a degree, as the server stores them. */
export const STEPS = 1e8;

/** @param {readonly number[]} lonLat degrees @returns {Point} */
export function fromDegrees([lon, lat]) {
  return [Math.round(lon * STEPS), Math.round(lat * STEPS)];
}

/** @param {Point} point @returns {[lon: number, lat: number]} the double nearest to the decimal, so it is read back as the same point */
export function toDegrees([x, y]) {
  return [x / STEPS, y / STEPS];
}

/** @param {Point} point @returns {string} */
export function keyOf([x, y]) {
  return `${x},${y}`;
}

/** @param {string} key @returns {Point} */
export function pointOf(key) {
  const [x, y] = key.split(',');
  return [Number(x), Number(y)];
}

/** @param {Point} a @param {Point} b */
export function same(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

/** @param {Point} a @param {Point} b @returns {string} the same in both directions */
export function edgeKey(a, b) {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? `${a[0]},${a[1]} ${b[0]},${b[1]}` : `${b[0]},${b[1]} ${a[0]},${a[1]}`;
}
