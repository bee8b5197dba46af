// What becomes of a proposal that is opened in the editor and saved again untouched; and where pieces of work are said to be.
import { coverageOf, editsOf } from '/js/editor/drafts/draft.js';
import { placesOf } from '/js/editor/drafts/placesOf.js';
import { draftOfProposal, layerOf } from '/js/editor/drafts/proposalDraft.js';

const square = (west) => {
  const east = Number((west + 0.01).toFixed(8));
  return { type: 'Polygon', coordinates: [[[west, 9.7], [east, 9.7], [east, 9.71], [west, 9.71], [west, 9.7]]] };
};

/** @param {any[]} edits @param {Record<string, any>} published features by fid @returns {string[]} the edits that are saved again, in the order of their text */
export function savedAgain(edits, published) {
  const layer = layerOf(edits, ['hamlets', 'material_zones']);
  const proposal = { id: 'a1', version: 4, state: 'draft', title: '', message: '', decision: null, validFrom: null, edited: '', edits };
  const draft = draftOfProposal(proposal, layer, new Map(Object.entries(published).map(([fid, feature]) => [Number(fid), feature])));
  // As the device keeps it.
  const kept = structuredClone(draft);
  return [...editsOf(coverageOf(kept, new Map())), ...kept.rest].map(sorted).sort();
}

/** @param {any[]} edits @returns {string[]} */
export function texts(edits) {
  return edits.map(sorted).sort();
}

/** @param {any} edit @returns {string} whatever the order of its names, and without those that say nothing */
function sorted(edit) {
  const entries = Object.entries(edit).filter(([name, value]) => value !== null && !(name === 'properties' && Object.keys(value).length === 0));
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** A proposal with an edit of each kind. */
export function example() {
  const feature = (fid, version, west, more) => ({ type: 'Feature', geometry: square(west), properties: { fid, version, name: 'N', commune: 5, commune_name: 'X', ...more } });
  const edits = [
    { op: 'update', layer: 'material_zones', fid: 1, version: 2, geometry: square(105.905) },
    { op: 'update', layer: 'material_zones', fid: 2, version: 1, properties: { name: 'Khác', product: null } },
    { op: 'insert', layer: 'material_zones', properties: { zone_code: 'M' }, geometry: square(105.95) },
    { op: 'delete', layer: 'material_zones', fid: 3, version: 7 },
    { op: 'update', layer: 'material_zones', fid: 9, version: 1, properties: { name: 'no longer in force' } },
    { op: 'restore', layer: 'material_zones', fid: 10, version: 3, properties: {} },
    { op: 'insert', layer: 'hamlets', properties: { name: 'Ấp' }, geometry: { type: 'Point', coordinates: [105.9, 9.7] } },
  ];
  // One of them was published in a newer version meanwhile.
  return { edits, published: { 1: feature(1, 2, 105.9), 2: feature(2, 3, 105.92, { product: 'Bưởi' }), 3: feature(3, 7, 105.93) } };
}

/** @param {{id: string, version: number | null, isDirty: boolean}[]} locals saved as the proposal of that id @param {{id: string, version: number, state: string}[]} heads */
export function places(locals, heads) {
  return placesOf(locals.map(({ id, version, isDirty }) => ({ saved: version ? { id, version } : null, isDirty })), heads).map(({ place }) => place);
}
