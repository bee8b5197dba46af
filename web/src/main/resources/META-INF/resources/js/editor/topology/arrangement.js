// @ts-check
import { edgeKey, keyOf } from './grid.js';
import { cross, crossing } from './predicates.js';
import { pointsOn } from './noding.js';
import { polygonsOfEdges } from './faces.js';

/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Polygon} Polygon */
/** @typedef {readonly [from: Point, to: Point]} Segment */
/**
 * @typedef {object} Edge that meets others at its ends only
 * @property {Point} from
 * @property {Point} to
 * @property {number[]} winding of each source: 1 if its area is on the left, -1 if on the right, 0 if it is not its border
 */

const ROUNDS = 6;

/**
 * Lays sets of segments over each other. Crossings are rounded to the grid, and every segment that passes within half a step of a
 * vertex is bent through it (snap rounding), so rounding makes no new crossings.
 *
 * @param {Segment[][]} sources @returns {Edge[]}
 */
export function arrange(sources) {
  let pieces = sources.flatMap((segments, source) => segments.map(([from, to]) => ({ from, to, source })));
  /** @type {Map<string, Point>} */
  const hot = new Map(pieces.flatMap(({ from, to }) => [[keyOf(from), from], [keyOf(to), to]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    crossings(pieces).forEach((point) => hot.set(keyOf(point), point));
    const sorted = [...hot.values()].sort((p, q) => p[0] - q[0]);
    const next = pieces.flatMap(({ from, to, source }) => {
      const points = [from, ...pointsOn(from, to, sorted), to];
      return points.slice(1).map((point, i) => ({ from: points[i], to: point, source }));
    });
    if (next.length === pieces.length) {
      break;
    }
    pieces = next;
  }
  return gather(pieces, sources.length);
}

/**
 * @param {Edge[]} edges @param {(inside: boolean[]) => boolean} isWanted of an area, by which sources contain it
 * @returns {Polygon[]}
 */
export function areas(edges, isWanted) {
  /** @type {Segment[]} */
  const border = [];
  for (const edge of edges) {
    const [left, right] = sides(edge, edges);
    const [isLeft, isRight] = [isWanted(left), isWanted(right)];
    if (isLeft !== isRight) {
      border.push(isLeft ? [edge.from, edge.to] : [edge.to, edge.from]);
    }
  }
  return polygonsOfEdges(border);
}

/** @param {Edge} edge @param {Edge[]} edges @returns {[left: boolean[], right: boolean[]]} which sources contain either side */
export function sides({ from, to, winding }, edges) {
  const middle = /** @type {Point} */ ([from[0] + to[0], from[1] + to[1]]);
  const around = winding.map((side, source) => (side === 0 ? isInside(middle, edges, source) : false));
  return [winding.map((side, i) => (side === 0 ? around[i] : side > 0)), winding.map((side, i) => (side === 0 ? around[i] : side < 0))];
}

/** @param {Point} doubled not on a border @param {Edge[]} edges @param {number} source */
function isInside(doubled, edges, source) {
  let inside = false;
  for (const { from, to, winding } of edges) {
    if (winding[source] !== 0) {
      const [ay, by] = [2 * from[1], 2 * to[1]];
      if ((ay > doubled[1]) !== (by > doubled[1])) {
        const [ax, bx] = [2 * from[0], 2 * to[0]];
        if (ax > doubled[0] && bx > doubled[0]) {
          inside = !inside;
        } else if ((ax > doubled[0] || bx > doubled[0]) && isRightOf(ax, ay, bx, by, doubled)) {
          inside = !inside;
        }
      }
    }
  }
  return inside;
}

/** @param {number} ax @param {number} ay @param {number} bx @param {number} by @param {Point} p @returns {boolean} the line crosses p's height east of p */
function isRightOf(ax, ay, bx, by, [px, py]) {
  const det = BigInt(bx - ax) * BigInt(py - ay) - BigInt(by - ay) * BigInt(px - ax);
  return by > ay ? det > 0n : det < 0n;
}

/** @param {{from: Point, to: Point}[]} pieces @returns {Point[]} */
function crossings(pieces) {
  const sorted = pieces.map(({ from, to }) => ({
    from, to, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]), south: Math.min(from[1], to[1]), north: Math.max(from[1], to[1]),
  })).sort((a, b) => a.west - b.west);
  /** @type {Point[]} */
  const found = [];
  sorted.forEach((one, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j].west <= one.east; j += 1) {
      const other = sorted[j];
      if (other.south <= one.north && one.south <= other.north && cross(one.from, one.to, other.from, other.to)) {
        found.push(crossing(one.from, one.to, other.from, other.to));
      }
    }
  });
  return found;
}

/** @param {{from: Point, to: Point, source: number}[]} pieces @param {number} sources @returns {Edge[]} each edge once */
function gather(pieces, sources) {
  /** @type {Map<string, Edge>} */
  const edges = new Map();
  for (const { from, to, source } of pieces) {
    const key = edgeKey(from, to);
    const known = edges.get(key);
    const edge = known ?? { from, to, winding: Array(sources).fill(0) };
    edge.winding[source] += edge.from[0] === from[0] && edge.from[1] === from[1] ? 1 : -1;
    edges.set(key, edge);
  }
  return [...edges.values()];
}
