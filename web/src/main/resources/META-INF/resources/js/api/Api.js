// @ts-check
import { ApiError } from './ApiError.js';

/** @typedef {import('./types.js').Bounds} Bounds */

const TIMEOUT_MS = 15000;
const CRS84 = 'urn:ogc:def:crs:OGC:1.3:CRS84';

/**
 * The server as the viewer sees it: the viewer's own API and the public OGC services, nothing else.
 * An aborted call rejects with the signal's AbortError; every other failure is an {@link ApiError}.
 */
export class Api {
  /** @param {string} [base] @param {typeof fetch} [fetcher] */
  constructor(base = '', fetcher = (...args) => fetch(...args)) {
    this._base = base;
    this._fetch = fetcher;
  }

  /** @returns {Promise<import('./types.js').Catalogue>} */
  catalogue() {
    return this._json('/api/catalogue', {});
  }

  /** @returns {Promise<number>} */
  async revision() {
    const answer = await this._json('/api/revision', {});
    return Number(answer.revision);
  }

  /**
   * @param {{q: string, asOf: string | null, lang: string, limit?: number}} query
   * @param {AbortSignal} signal
   * @returns {Promise<import('./types.js').SearchResult[]>}
   */
  async search({ q, asOf, lang, limit = 10 }, signal) {
    const answer = await this._json('/api/search', { q, 'as-of': asOf, lang, limit }, signal);
    return answer.results ?? [];
  }

  /**
   * @param {string} id as in `communes.17`
   * @param {{asOf: string | null, revision: number, properties?: string[]}} version properties: only these, if given
   * @param {AbortSignal} [signal]
   * @returns {Promise<import('./types.js').Feature | null>} null: no such feature on that date
   */
  async feature(id, { asOf, revision, properties }, signal) {
    const layer = id.slice(0, id.lastIndexOf('.'));
    const propertyName = properties ? properties.join(',') : null;
    const answer = await this._features({ layer, resourceId: id, propertyName, 'as-of': asOf, rev: revision }, signal);
    return answer.features[0] ?? null;
  }

  /**
   * @param {{layer: string, bounds: Bounds, count: number, startIndex?: number, properties?: string[],
   *   asOf: string | null, revision: number}} query
   * @param {AbortSignal} [signal]
   * @returns {Promise<import('./types.js').FeatureCollection>}
   */
  featuresIn({ layer, bounds, count, startIndex = 0, properties, asOf, revision }, signal) {
    const bbox = `${bounds.map((degrees) => degrees.toFixed(6)).join(',')},${CRS84}`;
    const propertyName = properties ? properties.join(',') : null;
    return this._features({ layer, bbox, count, startIndex, propertyName, 'as-of': asOf, rev: revision }, signal);
  }

  /**
   * @param {{layers: string[], styles: (string | null)[], bbox3857: number[], width: number, height: number, i: number, j: number,
   *   tolerancePx: number, time: string, lang: string}} query pixel (i, j) counts from the upper left
   * @param {AbortSignal} signal
   * @returns {Promise<import('./types.js').FeatureCollection>}
   */
  featureInfo({ layers, styles, bbox3857, width, height, i, j, tolerancePx, time, lang }, signal) {
    const names = layers.join(',');
    return this._json('/wms', {
      SERVICE: 'WMS', VERSION: '1.3.0', REQUEST: 'GetFeatureInfo', CRS: 'EPSG:3857', STYLES: styles.map((style) => style ?? '').join(','),
      LAYERS: names, QUERY_LAYERS: names, INFO_FORMAT: 'application/json', FEATURE_COUNT: 10,
      BBOX: bbox3857.join(','), WIDTH: width, HEIGHT: height, I: i, J: j, BUFFER: tolerancePx, TIME: time, LANGUAGE: lang,
    }, signal);
  }

  /** @param {{layer: string, style: string | null, lang: string, revision: number}} query @returns {string} */
  legendUrl({ layer, style, lang, revision }) {
    return this._url('/wms', {
      SERVICE: 'WMS', VERSION: '1.3.0', REQUEST: 'GetLegendGraphic', LAYER: layer, STYLE: style, FORMAT: 'image/png',
      LANGUAGE: lang, rev: revision,
    });
  }

  /** A file of a layer. @param {{layer: string, format: string, date: string, lang: string}} file @returns {string} */
  downloadUrl({ layer, format, date, lang }) {
    return this._url(`/download/${layer}.${format}`, { 'as-of': date, language: lang });
  }

  /** The page about a layer's data. @param {{layer: string, lang: string}} page @returns {string} */
  metadataUrl({ layer, lang }) {
    return this._url(`/metadata/${layer}`, { language: lang });
  }

  /** Where images of the map are asked for. */
  get mapUrl() {
    return `${this._base}/tiles`;
  }

  /** @param {Record<string, unknown> & {layer: string}} query @param {AbortSignal} [signal] */
  async _features({ layer, ...query }, signal) {
    const answer = await this._json('/wfs', {
      service: 'WFS', version: '2.0.0', request: 'GetFeature', typeNames: `ntm:${layer}`,
      outputFormat: 'application/json', ...query,
    }, signal);
    return { ...answer, features: answer.features ?? [] };
  }

  /** @param {string} path @param {Record<string, unknown>} query @returns {string} */
  _url(path, query) {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== null && value !== undefined) {
        parameters.set(name, String(value));
      }
    }
    const text = parameters.toString();
    return `${this._base}${path}${text ? `?${text}` : ''}`;
  }

  /**
   * @param {string} path @param {Record<string, unknown>} query @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   */
  async _json(path, query, signal) {
    const url = this._url(path, query);
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), TIMEOUT_MS);
    const forward = () => timer.abort();
    signal?.addEventListener('abort', forward);
    try {
      const response = await this._fetch(url, { signal: timer.signal, headers: { Accept: 'application/json' } });
      if (!response.ok) {
        throw ApiError.fromStatus(response.status, url);
      }
      return await response.json();
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ApiError) {
        throw error;
      }
      if (error instanceof SyntaxError) {
        throw new ApiError('server', url);
      }
      throw new ApiError(timer.signal.aborted ? 'timeout' : 'offline', url);
    } finally {
      clearTimeout(timeout);
      signal?.removeEventListener('abort', forward);
    }
  }
}
