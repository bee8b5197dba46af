// @ts-check
import { same } from '../grid.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Ring} Ring */

/**
 * The way along an existing border between two of its vertices.
 *
 * @param {Iterable<readonly Point[]>} lines rings, or open lines such as a recorded track @param {Point} from @param {Point} to
 * @param {boolean} [isClosed] @returns {Point[] | null} the shorter way, without `from`; null: no border leads there
 */
export function traceAlong(lines, from, to, isClosed = true) {
  /** @type {Point[] | null} */
  let best = null;
  for (const line of lines) {
    const [i, j] = [line.findIndex((point) => same(point, from)), line.findIndex((point) => same(point, to))];
    if (i >= 0 && j >= 0 && i !== j) {
      for (const way of isClosed ? [walk(line, i, j, 1), walk(line, i, j, -1)] : [walk(line, i, j, i < j ? 1 : -1)]) {
        if (!best || lengthOf([from, ...way]) < lengthOf([from, ...best])) {
          best = way;
        }
      }
    }
  }
  return best;
}

/** @param {readonly Point[]} line @param {number} i @param {number} j @param {1 | -1} step @returns {Point[]} */
function walk(line, i, j, step) {
  const way = [];
  for (let at = i; at !== j;) {
    at = (at + step + line.length) % line.length;
    way.push(line[at]);
  }
  return way;
}

/** @param {Point[]} line */
function lengthOf(line) {
  return line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i][0], y - line[i][1]), 0);
}
