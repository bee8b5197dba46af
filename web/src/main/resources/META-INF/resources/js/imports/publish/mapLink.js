// @ts-check
import { formatHash } from '../../url/hashState.js';

/**
 * @param {import('../../api/types.js').Catalogue} catalogue @param {string} layer @param {import('../types.js').Bounds | null | undefined} bounds
 * @param {string | null | undefined} validFrom @param {'vi' | 'en'} lang
 * @returns {string} the viewer, showing that layer where and when something changed
 */
export function mapLink(catalogue, layer, bounds, validFrom, lang) {
  const { layers, today } = catalogue;
  const shown = layers.filter(({ name, visible }) => visible || name === layer).map(({ name }) => name);
  // A change that begins later is not on today's map.
  const asOf = validFrom && validFrom > today ? validFrom : null;
  return `/${formatHash({ map: bounds ? positionOf(bounds) : null, layers: shown, styles: {}, asOf, lang, feature: null })}`;
}

/** @param {import('../types.js').Bounds} bounds @returns {import('../../api/types.js').MapPosition} that shows it on a small screen */
function positionOf([west, south, east, north]) {
  const span = Math.max(east - west, north - south, 0.005);
  return { zoom: Math.max(5, Math.min(15, Math.floor(Math.log2(700 / span)))), lat: (south + north) / 2, lon: (west + east) / 2 };
}
