// @ts-check
import { edgeKey, keyOf } from '../grid.js';
import { polygonsOfEdges } from '../faces.js';
import { throughPixel } from '../predicates.js';
import { edgesOf, segmentsOf, verticesOf, withPolygons } from '../shapes.js';
import { neighbours, whyNotDeleted, without } from './deleteVertex.js';
import { doneSoundly, refused } from './outcome.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Coverage} Coverage */

/**
 * Merges two neighbours into the first. Their common border vanishes, and so do vertices that only it needed.
 *
 * @param {Coverage} coverage @param {string} id that stays, with its values, unless only the other is stored @param {string} otherId
 * @returns {import('../types.js').Outcome}
 */
export function mergeFeatures(coverage, id, otherId) {
  const [asked, neighbour] = [coverage.get(id), coverage.get(otherId)];
  if (!asked || !neighbour || id === otherId) {
    return refused('noFeature');
  }
  // What the server knows goes on; what was split off a moment ago goes back into it.
  const [one, other] = asked.fid === null && neighbour.fid !== null ? [neighbour, asked] : [asked, neighbour];
  const theirs = edgesOf(other);
  const common = segmentsOf(one).filter(([a, b]) => theirs.has(edgeKey(a, b)));
  if (common.length === 0) {
    return refused('noCommonBorder');
  }
  const gone = new Set(common.map(([a, b]) => edgeKey(a, b)));
  const border = [...segmentsOf(one), ...segmentsOf(other)].filter(([a, b]) => !gone.has(edgeKey(a, b)));
  const merged = withPolygons(one, polygonsOfEdges(border.map(([a, b]) => [a, b])));
  let changes = new Map([[one.id, /** @type {import('../types.js').Shape | null} */ (merged)], [other.id, null]]);
  const ends = common.flatMap(([a, b]) => [a, b]).filter((point) => verticesOf(merged).has(keyOf(point)));
  for (const end of new Map(ends.map((point) => [keyOf(point), point])).values()) {
    const now = coverage.with(changes);
    if (isNeedless(now, end)) {
      changes = new Map([...changes, ...without(now, [end])]);
    }
  }
  return doneSoundly(coverage, changes, [one.id]);
}

/** @param {Coverage} coverage @param {Point} point @returns {boolean} it lies on the line between its two neighbours, as near as the grid can say */
function isNeedless(coverage, point) {
  const around = [...neighbours(coverage, point).values()];
  return around.length === 2 && whyNotDeleted(coverage, point) === null && throughPixel(point, around[0], around[1]);
}
