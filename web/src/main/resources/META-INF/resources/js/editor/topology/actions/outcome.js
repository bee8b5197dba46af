// @ts-check
import { noded } from '../noding.js';
import { problems } from '../problems.js';
import { turned, withPolygons } from '../shapes.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Shape} Shape */
/** @typedef {import('../types.js').Coverage} Coverage */
/** @typedef {import('../types.js').Outcome} Outcome */

/** @param {string} why @param {Point} [place] @returns {Outcome} */
export function refused(why, place) {
  return { ok: false, why, place };
}

/** @param {Coverage} coverage @param {ReadonlyMap<string, Shape | null>} changes @param {string[]} [made] @returns {Outcome} */
export function done(coverage, changes, made) {
  const result = noded(coverage, new Map([...changes].map(([id, shape]) => [id, shape && leftTurning(shape)])));
  return { ok: true, ...result, made };
}

/**
 * For actions that compute outlines: refused where rounding, or what was wrong before, would make something wrong that was right.
 *
 * @param {Coverage} coverage @param {ReadonlyMap<string, Shape | null>} changes @param {string[]} [made] @returns {Outcome}
 */
export function doneSoundly(coverage, changes, made) {
  const outcome = done(coverage, changes, made);
  if (!outcome.ok) {
    return outcome;
  }
  const known = new Set(problems(coverage, outcome.changed).map(({ code, ids }) => `${code} ${ids}`));
  const fresh = problems(outcome.coverage, outcome.changed).find(({ code, ids }) => !known.has(`${code} ${ids}`));
  return fresh ? refused(`makes.${fresh.code}`, fresh.place) : outcome;
}

/** A triangle whose corner was moved across its opposite edge turns the other way. @param {Shape} shape */
function leftTurning(shape) {
  const polygons = shape.polygons.map((polygon) => polygon.map((ring, i) => turned(ring, i === 0)));
  return polygons.every((polygon, i) => polygon.every((ring, j) => ring === shape.polygons[i][j])) ? shape : withPolygons(shape, polygons);
}
