// @ts-check
import { nodedAmongThemselves } from '../topology/noding.js';
import { makeShape, placeOf, polygonsOf } from '../topology/shapes.js';
import { Coverage } from '../topology/Coverage.js';

/** @typedef {import('../topology/types.js').Shape} Shape */
/** @typedef {import('../../api/types.js').Bounds} Bounds */

const PAGE = 1000;
/** A view with more than this is for looking, not for drawing. */
const MOST = 6000;

/** Fetches the features in view, each once, with all their coordinates. */
export class ViewLoader {
  /** @param {string} layer @param {Map<string, Shape>} loaded where they go @param {typeof fetch} [fetcher] */
  constructor(layer, loaded, fetcher = (...args) => fetch(...args)) {
    this._layer = layer;
    this._loaded = loaded;
    this._fetch = fetcher;
    /** @type {Bounds[]} */
    this._known = [];
    this._running = new AbortController();
  }

  /** @param {Bounds} bounds @returns {Promise<'done' | 'tooMany' | 'stopped'>} */
  async load(bounds) {
    if (this._known.some((known) => known[0] <= bounds[0] && known[1] <= bounds[1] && known[2] >= bounds[2] && known[3] >= bounds[3])) {
      return 'done';
    }
    this._running.abort();
    this._running = new AbortController();
    const { signal } = this._running;
    // Somewhat more than is seen: a small step of the map asks nobody.
    const [dx, dy] = [(bounds[2] - bounds[0]) * 0.25, (bounds[3] - bounds[1]) * 0.25];
    /** @type {Bounds} */
    const wide = [bounds[0] - dx, bounds[1] - dy, bounds[2] + dx, bounds[3] + dy];
    try {
      const features = await this._pages(wide, signal);
      if (!features) {
        return 'tooMany';
      }
      this._put(features);
      this._known.push(wide);
      return 'done';
    } catch (error) {
      if (signal.aborted) {
        return 'stopped';
      }
      throw error;
    }
  }

  /** @param {Bounds} bounds @param {AbortSignal} signal @returns {Promise<import('geojson').Feature[] | null>} null: too many */
  async _pages(bounds, signal) {
    /** @type {import('geojson').Feature[]} */
    const features = [];
    let url = `/ogc/collections/${this._layer}/items?f=json&limit=${PAGE}&bbox=${bounds.map((degrees) => degrees.toFixed(6)).join(',')}`;
    while (url) {
      const response = await this._fetch(url, { signal, headers: { Accept: 'application/geo+json' } });
      if (!response.ok) {
        throw new Error(`${url}: ${response.status}`);
      }
      const page = await response.json();
      if (page.numberMatched > MOST) {
        return null;
      }
      features.push(...page.features);
      const next = page.links?.find((/** @type {{rel: string}} */ link) => link.rel === 'next')?.href;
      url = next ? new URL(next, location.href).pathname + new URL(next, location.href).search : '';
    }
    return features;
  }

  /** @param {import('geojson').Feature[]} features */
  _put(features) {
    const fresh = features.map((feature) => shapeOf(feature, this._layer)).filter((shape) => shape !== null && !this._loaded.has(shape.id));
    for (const shape of fresh) {
      this._loaded.set(/** @type {Shape} */ (shape).id, /** @type {Shape} */ (shape));
    }
    const coverage = new Coverage(this._loaded);
    nodedAmongThemselves(coverage, /** @type {Shape[]} */ (fresh)).forEach((shape) => this._loaded.set(shape.id, shape));
  }
}

/** @param {import('geojson').Feature} feature @param {string} layer @returns {Shape | null} null: neither an area nor a point */
export function shapeOf({ geometry, properties }, layer) {
  const polygons = geometry ? polygonsOf(geometry) : [];
  const point = geometry ? placeOf(geometry) : null;
  const { fid, version } = properties ?? {};
  return polygons.length === 0 && !point ? null : makeShape({ id: `${layer}.${fid}`, layer, fid, version, properties: properties ?? {}, polygons, point });
}
