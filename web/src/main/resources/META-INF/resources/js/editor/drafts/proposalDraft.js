// @ts-check
import { shapeOf } from '../load/ViewLoader.js';
import { boxOf, makeShape, placeOf, polygonsOf } from '../topology/shapes.js';
import { toDegrees } from '../topology/grid.js';

/** @typedef {import('../topology/types.js').Shape} Shape */
/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('../api/ProposalsApi.js').Edit} Edit */
/** @typedef {import('../api/ProposalsApi.js').Whole} Whole */

/** The layer that the editor opens of a proposal: the one with the most edits. @param {Edit[]} edits @param {readonly string[]} layers @returns {string | null} */
export function layerOf(edits, layers) {
  const count = (/** @type {string} */ name) => edits.filter(({ layer }) => layer === name).length;
  return layers.filter((name) => count(name) > 0).sort((a, b) => count(b) - count(a))[0] ?? null;
}

/**
 * A proposal as the server keeps it, as a draft to go on with on this device.
 *
 * @param {Whole} proposal @param {string} layer
 * @param {ReadonlyMap<number, import('geojson').Feature>} features as they are published, by fid
 * @returns {Draft} what cannot be edited here (other layers, features that are no more) stays in `rest` and is saved again as it is
 */
export function draftOfProposal({ id, version, state, title, message, decision, validFrom, edited, edits }, layer, features) {
  /** @type {Draft['changes']} */
  const changes = [];
  /** @type {Edit[]} */
  const rest = [];
  edits.forEach((edit, i) => {
    const change = edit.layer === layer ? changeOf(edit, `new-${id}-${i}`, features) : null;
    if (change) {
      changes.push(change);
    } else {
      rest.push(edit);
    }
  });
  return {
    id: `p${id}-${Date.now().toString(36)}`, layer, changes, rest, isDirty: false,
    saved: { id, version, state },
    words: { title, message: message ?? '', decision: decision ?? '', validFrom: validFrom ?? '' },
    view: null, changedAt: edited,
  };
}

/** @param {Edit} edit @param {string} newId @param {ReadonlyMap<number, import('geojson').Feature>} features @returns {Draft['changes'][number] | null} */
function changeOf(edit, newId, features) {
  const { op, layer, fid, version, properties = {}, geometry } = edit;
  const drawn = geometry && { polygons: polygonsOf(geometry), point: placeOf(geometry) };
  if (drawn && drawn.polygons.length === 0 && !drawn.point) {
    return null;
  }
  if (op === 'insert') {
    return drawn ? { id: newId, base: null, now: makeShape({ id: newId, layer, fid: null, version: null, properties, ...drawn }) } : null;
  }
  const feature = fid === null || op === 'restore' ? undefined : features.get(fid);
  const published = feature ? shapeOf(feature, layer) : null;
  if (!published || fid === null) {
    return null;
  }
  // In the version that the edit is based on: what others published since is told by the server, and not overwritten.
  const base = makeShape({ ...published, version });
  return { id: base.id, base, now: op === 'delete' ? null : makeShape({ ...base, ...drawn, properties: { ...base.properties, ...properties } }) };
}

/** @param {Draft} draft @returns {import('../../api/types.js').Bounds | null} of all that it changes */
export function boundsOf({ changes }) {
  const boxes = changes.flatMap(({ now, base }) => [now, base]).filter((shape) => shape !== null).map((shape) => makeShape(/** @type {Shape} */ (shape)).box);
  if (boxes.length === 0) {
    return null;
  }
  const [west, south, east, north] = boxOf(boxes.flatMap((box) => [/** @type {const} */ ([box[0], box[1]]), /** @type {const} */ ([box[2], box[3]])]));
  return [...toDegrees([west, south]), ...toDegrees([east, north])];
}
