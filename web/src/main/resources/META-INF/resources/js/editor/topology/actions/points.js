// @ts-check
import { same } from '../grid.js';
import { makeShape } from '../shapes.js';
import { refused } from './outcome.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Coverage} Coverage */
/** @typedef {import('../types.js').Outcome} Outcome */

// Points stand by themselves: they share nothing with neighbours, and no border gets a vertex for them.

/** @param {Coverage} coverage @param {Pick<import('../types.js').Shape, 'id' | 'layer' | 'properties'>} feature @param {Point} point @returns {Outcome} */
export function addPoint(coverage, feature, point) {
  const shape = makeShape({ ...feature, fid: null, version: null, polygons: [], point });
  return { ok: true, coverage: coverage.with(new Map([[shape.id, shape]])), changed: [shape.id], made: [shape.id] };
}

/** @param {Coverage} coverage @param {string} id of a point @param {Point} to @returns {Outcome} */
export function movePoint(coverage, id, to) {
  const shape = coverage.get(id);
  if (!shape?.point) {
    return refused('noFeature');
  }
  const next = same(shape.point, to) ? shape : makeShape({ ...shape, point: to });
  return { ok: true, coverage: coverage.with(new Map([[id, next]])), changed: [id] };
}
