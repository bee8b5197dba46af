// @ts-check
import { INITIAL_STATE } from '../state/Store.js';

// The grammar of the viewer's links. It only ever grows: links are printed, mailed and bookmarked for years.
//   #map=ZOOM/LAT/LON & layers=NAME,NAME & styles=LAYER.STYLE,LAYER.STYLE & as-of=YYYY-MM-DD & lang=vi|en & feature=LAYER.NUMBER
// A part that is absent or invalid has its default; unknown parts are ignored.

/** @typedef {import('../api/types.js').ViewerState} ViewerState */

const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const STYLE = /^([a-z][a-z0-9_]{0,39})\.([a-z][a-z0-9_]{0,39})$/;
const FEATURE = /^[a-z][a-z0-9_]{0,39}\.\d{1,18}$/;
const NUMBER = /^-?\d{1,3}(\.\d{1,12})?$/;

/** @param {string} hash with or without `#` @returns {ViewerState} */
export function parseHash(hash) {
  const parts = new Map(hash.replace(/^#/, '').split('&').map(splitPart));
  const layers = parts.get('layers');
  return {
    map: parsePosition(parts.get('map')),
    layers: layers === undefined ? INITIAL_STATE.layers : layers.split(',').filter((name) => NAME.test(name)),
    styles: parseStyles(parts.get('styles')),
    asOf: isDate(parts.get('as-of')) ? /** @type {string} */ (parts.get('as-of')) : null,
    lang: parts.get('lang') === 'en' ? 'en' : 'vi',
    feature: FEATURE.test(parts.get('feature') ?? '') ? /** @type {string} */ (parts.get('feature')) : null,
  };
}

/** @param {ViewerState} state @returns {string} with `#`; what has its default is left out */
export function formatHash({ map, layers, styles, asOf, lang, feature }) {
  const parts = [];
  if (map) {
    // Digits that matter at the zoom: the fifth decimal is one metre.
    const digits = Math.min(6, Math.max(2, Math.ceil(map.zoom / 3)));
    parts.push(`map=${Number(map.zoom.toFixed(2))}/${map.lat.toFixed(digits)}/${map.lon.toFixed(digits)}`);
  }
  if (layers) {
    parts.push(`layers=${layers.join(',')}`);
  }
  if (Object.keys(styles).length > 0) {
    parts.push(`styles=${Object.entries(styles).map((pair) => pair.join('.')).join(',')}`);
  }
  if (asOf) {
    parts.push(`as-of=${asOf}`);
  }
  if (lang !== INITIAL_STATE.lang) {
    parts.push(`lang=${lang}`);
  }
  if (feature) {
    parts.push(`feature=${feature}`);
  }
  return `#${parts.join('&')}`;
}

/** @param {string | undefined} text @returns {boolean} true for a day that exists */
export function isDate(text) {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** @param {string | undefined} text @returns {Record<string, string>} by layer */
function parseStyles(text) {
  const pairs = (text ?? '').split(',').map((part) => STYLE.exec(part)).filter((found) => found !== null);
  return Object.fromEntries(pairs.map(([, layer, style]) => [layer, style]));
}

/** @param {string} part @returns {[string, string]} */
function splitPart(part) {
  const equals = part.indexOf('=');
  const value = part.slice(equals + 1);
  try {
    return [part.slice(0, equals), decodeURIComponent(value)];
  } catch {
    return ['', ''];
  }
}

/** @param {string | undefined} text @returns {import('../api/types.js').MapPosition | null} */
function parsePosition(text) {
  const parts = (text ?? '').split('/');
  if (parts.length !== 3 || !parts.every((part) => NUMBER.test(part))) {
    return null;
  }
  const [zoom, lat, lon] = parts.map(Number);
  const valid = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return valid ? { zoom, lat, lon } : null;
}
