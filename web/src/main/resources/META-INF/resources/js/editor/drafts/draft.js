// @ts-check
import { Coverage } from '../topology/Coverage.js';
import { areSame, geometryOf, makeShape } from '../topology/shapes.js';

/** @typedef {import('../topology/types.js').Shape} Shape */
/** @typedef {Omit<Shape, 'box'>} Kept */
/**
 * @typedef {object} Draft what is kept on the device: enough to go on without the server
 * @property {string} id
 * @property {string} layer
 * @property {{title: string, message: string, decision: string, validFrom: string}} words
 * @property {{id: string, now: Kept | null, base: Kept | null}[]} changes base: as it was loaded; null for new ones
 * @property {import('../api/ProposalsApi.js').Saved | null} saved on the server
 * @property {boolean} [isDirty] changed since it was saved there
 * @property {import('../api/ProposalsApi.js').Edit[]} [rest] edits of the same proposal that cannot be shown here
 * @property {import('../../api/types.js').MapPosition | null} view null: wherever its changes are
 * @property {string} changedAt
 */

/** What the server gives and does not take. */
const FRAME = new Set(['fid', 'version', 'valid_from', 'valid_to', 'decision']);

/** @param {Coverage} coverage @returns {Draft['changes']} */
export function changesOf(coverage) {
  return [...coverage.changes].map(([id, shape]) => ({ id, now: shape && kept(shape), base: coverage.loaded.has(id) ? kept(/** @type {Shape} */ (coverage.loaded.get(id))) : null }));
}

/** @param {Draft} draft @param {Map<string, Shape>} loaded gets what the changes are based on @returns {Coverage} */
export function coverageOf({ changes }, loaded) {
  for (const { id, base } of changes) {
    if (base) {
      loaded.set(id, makeShape(base));
    }
  }
  return new Coverage(loaded, new Map(changes.map(({ id, now }) => [id, now && makeShape(now)])));
}

/** @param {Coverage} coverage @returns {import('../api/ProposalsApi.js').Edit[]} */
export function editsOf(coverage) {
  return [...coverage.changes].flatMap(([id, shape]) => /** @type {import('../api/ProposalsApi.js').Edit[]} */ (editOf(id, shape, coverage)));
}

/** @param {string} id @param {Shape | null} shape @param {Coverage} coverage */
function editOf(id, shape, coverage) {
  const base = coverage.loaded.get(id) ?? null;
  if (!shape) {
    return base ? [{ op: 'delete', layer: base.layer, fid: base.fid, version: base.version }] : [];
  }
  return [{
    op: base ? 'update' : 'insert',
    layer: shape.layer, fid: shape.fid, version: shape.version,
    properties: attributesOf(shape.properties, base?.properties),
    // A border that nobody touched is not sent: somebody else may be changing it.
    ...(base && isAsDrawn(shape, base) ? {} : { geometry: geometryOf(shape) }),
  }];
}

/**
 * @param {Readonly<Record<string, unknown>>} now @param {Readonly<Record<string, unknown>>} [before]
 * @returns {Record<string, unknown>} of an update only what changed: what somebody else changed meanwhile is not overwritten
 */
function attributesOf(now, before) {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => !FRAME.has(name) && !isDerived(name, now)
    && (before ? value !== before[name] : value !== null && value !== undefined)));
}

/** @param {string} name @param {Readonly<Record<string, unknown>>} properties @returns {boolean} said by the reference that it belongs to */
function isDerived(name, properties) {
  const reference = /^(.+)_(?:code|name)$/.exec(name)?.[1];
  return reference !== undefined && reference in properties;
}

/** @param {Shape} shape @param {Shape} base */
function isAsDrawn(shape, base) {
  return areSame({ ...shape, properties: base.properties }, base);
}

/** @param {Shape} shape @returns {Kept} */
function kept({ id, layer, fid, version, properties, polygons, point = null }) {
  return { id, layer, fid, version, properties: { ...properties }, polygons, point };
}
