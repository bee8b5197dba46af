// @ts-check
import { keyOf } from '../grid.js';
import { neighbours, without } from './deleteVertex.js';
import { doneSoundly, refused } from './outcome.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Ring} Ring */
/** @typedef {import('../types.js').Coverage} Coverage */

/** If a smoother border would run into something, half the tolerance may do, or a quarter. */
const ATTEMPTS = 3;

/**
 * Leaves out vertices that a border does not need (Douglas and Peucker), on both sides of it. Where borders meet they stay.
 *
 * @param {Coverage} coverage @param {string} id @param {number} tolerance in steps of the grid @returns {import('../types.js').Outcome}
 */
export function simplifyFeature(coverage, id, tolerance) {
  const shape = coverage.get(id);
  if (!shape) {
    return refused('noFeature');
  }
  /** @type {import('../types.js').Outcome} */
  let outcome = refused('nothingToSimplify');
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const needless = shape.polygons.flat().flatMap((ring) => needlessOf(coverage, ring, tolerance / 2 ** attempt));
    if (needless.length === 0) {
      return outcome;
    }
    const changes = without(coverage, needless);
    const isTooFew = [...changes.values()].some(({ polygons }) => polygons.flat().some((ring) => ring.length < 3));
    outcome = isTooFew ? refused('tooFew') : doneSoundly(coverage, changes);
    if (outcome.ok) {
      return outcome;
    }
  }
  return outcome;
}

/** @param {Coverage} coverage @param {Ring} ring @param {number} tolerance @returns {Point[]} */
function needlessOf(coverage, ring, tolerance) {
  const fixed = ring.map((point) => neighbours(coverage, point).size > 2);
  // A ring without junctions is held at its first vertex and at the one farthest from it.
  if (fixed.filter(Boolean).length < 2) {
    const anchor = Math.max(0, fixed.indexOf(true));
    fixed[anchor] = true;
    fixed[farthest(ring, ring[anchor])] = true;
  }
  const start = fixed.indexOf(true);
  const turned = [...ring.slice(start), ...ring.slice(0, start), ring[start]];
  const ends = [...turned.keys()].filter((i) => fixed[(start + i) % ring.length]);
  const kept = new Set(ends.slice(1).flatMap((end, i) => keptOf(turned.slice(ends[i], end + 1), tolerance)).map(keyOf));
  const dropped = ring.filter((point) => !kept.has(keyOf(point)));
  return ring.length - dropped.length >= 3 ? dropped : [];
}

/** @param {Ring} ring @param {Point} from */
function farthest(ring, from) {
  const distances = ring.map(([x, y]) => Math.hypot(x - from[0], y - from[1]));
  return distances.indexOf(Math.max(...distances));
}

/** @param {Point[]} line @param {number} tolerance @returns {Point[]} */
export function keptOf(line, tolerance) {
  /** @type {boolean[]} */
  const keep = line.map((_point, i) => i === 0 || i === line.length - 1);
  /** @type {[number, number][]} */
  const open = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [worst, at] = [tolerance, -1];
    for (let i = from + 1; i < to; i += 1) {
      const away = distance(line[i], line[from], line[to]);
      if (away > worst) {
        [worst, at] = [away, i];
      }
    }
    if (at > 0) {
      keep[at] = true;
      open.push([from, at], [at, to]);
    }
  }
  return line.filter((_point, i) => keep[i]);
}

/** @param {Point} p @param {Point} a @param {Point} b @returns {number} from the segment, in steps */
export function distance(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}
