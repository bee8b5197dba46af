// @ts-check
// Exact answers about whole numbers. Products of grid numbers exceed 2^53, so what floating point leaves in doubt goes through BigInt.

/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Ring} Ring */

/** Shewchuk's bound for a determinant of exact differences. */
const DOUBT = 3.3306690738754716e-16;

/** @param {Point} a @param {Point} b @param {Point} c @returns {number} 1: c is left of a→b, -1: right, 0: on the line */
export function orient(a, b, c) {
  const left = (b[0] - a[0]) * (c[1] - a[1]);
  const right = (b[1] - a[1]) * (c[0] - a[0]);
  const det = left - right;
  if (Math.abs(det) > DOUBT * (Math.abs(left) + Math.abs(right))) {
    return det > 0 ? 1 : -1;
  }
  const exact = BigInt(b[0] - a[0]) * BigInt(c[1] - a[1]) - BigInt(b[1] - a[1]) * BigInt(c[0] - a[0]);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

/** @param {Point} p @param {Point} a @param {Point} b @returns {boolean} in the box around a and b */
export function between(p, a, b) {
  return p[0] >= Math.min(a[0], b[0]) && p[0] <= Math.max(a[0], b[0])
    && p[1] >= Math.min(a[1], b[1]) && p[1] <= Math.max(a[1], b[1]);
}

/** @param {Point} a @param {Point} b @param {Point} c @param {Point} d @returns {boolean} the insides of both segments cross in one point */
export function cross(a, b, c, d) {
  return orient(a, b, c) * orient(a, b, d) < 0 && orient(c, d, a) * orient(c, d, b) < 0;
}

/** @param {Point} a @param {Point} b @param {Point} c @param {Point} d @returns {boolean} any point in common */
export function meet(a, b, c, d) {
  const [abc, abd, cda, cdb] = [orient(a, b, c), orient(a, b, d), orient(c, d, a), orient(c, d, b)];
  return (abc * abd < 0 && cda * cdb < 0)
    || (abc === 0 && between(c, a, b)) || (abd === 0 && between(d, a, b))
    || (cda === 0 && between(a, c, d)) || (cdb === 0 && between(b, c, d));
}

/** @param {Point} a @param {Point} b @param {Point} c @param {Point} d crossing segments @returns {Point} the grid point nearest to the crossing */
export function crossing(a, b, c, d) {
  const [rx, ry, sx, sy] = [BigInt(b[0] - a[0]), BigInt(b[1] - a[1]), BigInt(d[0] - c[0]), BigInt(d[1] - c[1])];
  const below = rx * sy - ry * sx;
  const above = BigInt(c[0] - a[0]) * sy - BigInt(c[1] - a[1]) * sx;
  return [a[0] + divide(above * rx, below), a[1] + divide(above * ry, below)];
}

/** @param {bigint} above @param {bigint} below @returns {number} rounded to the nearest, half up */
function divide(above, below) {
  const [n, d] = below < 0n ? [-above, -below] : [above, below];
  const twice = 2n * n + d;
  const floor = twice / (2n * d);
  return Number(twice < 0n && floor * 2n * d !== twice ? floor - 1n : floor);
}

/** @param {Point} p @param {Point} a @param {Point} b @returns {boolean} the segment goes through the square of one step around p */
export function throughPixel(p, a, b) {
  if (p[0] < Math.min(a[0], b[0]) - 0.5 || p[0] > Math.max(a[0], b[0]) + 0.5
    || p[1] < Math.min(a[1], b[1]) - 0.5 || p[1] > Math.max(a[1], b[1]) + 0.5) {
    return false;
  }
  /** @type {[Point, Point]} doubled, so that the corners are whole numbers */
  const [a2, b2] = [[2 * a[0], 2 * a[1]], [2 * b[0], 2 * b[1]]];
  const [x, y] = [2 * p[0], 2 * p[1]];
  const side = orient(a2, b2, [x - 1, y - 1]);
  return side === 0 || [[x + 1, y - 1], [x + 1, y + 1], [x - 1, y + 1]].some((corner) => orient(a2, b2, /** @type {any} */ (corner)) !== side);
}

/** @param {Point} p @param {Ring} ring @returns {number} 1 inside, 0 on the border, -1 outside */
export function locate(p, ring) {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [a, b] = [ring[j], ring[i]];
    if ((a[1] > p[1]) !== (b[1] > p[1])) {
      const side = orient(a, b, p);
      if (side === 0) {
        return 0;
      }
      if ((side > 0) === (b[1] > a[1])) {
        isInside = !isInside;
      }
    } else if (a[1] === p[1] && b[1] === p[1] && between(p, a, b)) {
      return 0;
    } else if (a[0] === p[0] && a[1] === p[1]) {
      return 0;
    }
  }
  return isInside ? 1 : -1;
}

/** @param {Ring} ring @returns {bigint} twice its area in square steps, positive where it turns left */
export function doubleArea(ring) {
  let sum = 0n;
  const [ox, oy] = ring[0];
  for (let i = 1; i + 1 < ring.length; i += 1) {
    sum += BigInt(ring[i][0] - ox) * BigInt(ring[i + 1][1] - oy) - BigInt(ring[i + 1][0] - ox) * BigInt(ring[i][1] - oy);
  }
  return sum;
}

/** @param {Ring} ring @returns {boolean} fewer than three points, or all on one line */
export function isFlat(ring) {
  return ring.length < 3 || ring.every((point) => orient(ring[0], ring[1], point) === 0);
}
