// @ts-check
import { FreshTiles } from './FreshTiles.js';

/** Leaflet fades a new tile in for 200 ms after its layer reports "load". */
const FADE_MS = 250;

/**
 * @typedef {{layers: string[], styles?: (string | null)[], time: string, revision: number}} Picture
 *   styles: one for each layer, null: its usual one; left out: all have their usual one
 */

/**
 * The drawn layers: one image per tile for all of them, so that the server places the labels of all layers together.
 * Another revision of the data has the same addresses, and of most tiles the browser learns that nothing changed.
 * A changed picture is loaded unseen over the old one and takes its place when complete: no blinking.
 */
export class MapImage {
  /**
   * @param {import('leaflet').Map} map
   * @param {string} url of the tiles
   * @param {{onFailed: () => void, onComplete: () => void}} listeners
   */
  constructor(map, url, listeners) {
    this._map = map;
    this._url = url;
    this._listeners = listeners;
    /** @type {FreshTiles | null} */
    this._shown = null;
    /** @type {FreshTiles | null} */
    this._coming = null;
    /** @type {Picture | null} the one asked for last */
    this._picture = null;
    /** @type {Picture | null} */
    this._shownPicture = null;
  }

  /** @param {Picture} picture */
  show(picture) {
    if (JSON.stringify(picture) !== JSON.stringify(this._picture)) {
      this._picture = picture;
      this._replace(picture);
    }
  }

  /** Asks again for everything, after a failure. */
  retry() {
    if (this._picture) {
      this._replace(this._picture);
    }
  }

  /** @param {Picture} picture */
  _replace(picture) {
    this._coming?.remove();
    this._coming = null;
    if (picture.layers.length === 0) {
      this._shown?.remove();
      this._shown = null;
      return;
    }
    const next = this._layer(picture);
    let failures = 0;
    next.on('tileerror', () => {
      failures += 1;
    });
    next.on('load', () => {
      const failed = failures > 0;
      failures = 0;
      if (failed) {
        this._listeners.onFailed();
      } else {
        this._listeners.onComplete();
      }
      // An older revision is better than holes; another date or other layers than asked for would be a lie.
      if (!failed || !this._differsByRevisionOnly(picture)) {
        this._settle(next, picture);
      }
    });
    if (this._shown) {
      next.setOpacity(0);
      this._coming = next;
    } else {
      this._shown = next;
      this._shownPicture = picture;
    }
    next.addTo(this._map);
  }

  /** @param {Picture} picture */
  _differsByRevisionOnly(picture) {
    return JSON.stringify({ ...this._shownPicture, revision: picture.revision }) === JSON.stringify(picture);
  }

  /** @param {FreshTiles} next @param {Picture} picture */
  _settle(next, picture) {
    if (this._coming !== next) {
      return;
    }
    window.setTimeout(() => {
      if (this._coming === next) {
        next.setOpacity(1);
        this._shown?.remove();
        this._shown = next;
        this._shownPicture = picture;
        this._coming = null;
      }
    }, FADE_MS);
  }

  /** @param {Picture} picture */
  _layer({ layers, styles = [], time }) {
    const ending = window.devicePixelRatio > 1 ? '@2x.png' : '.png';
    const path = `${this._url}/${layers.map(encodeURIComponent).join(',')}`;
    const chosen = styles.map((style) => style ?? 'default').join(',');
    const query = styles.some((style) => style) ? `as-of=${time}&style=${chosen}` : `as-of=${time}`;
    return new FreshTiles(({ x, y, z }) => `${path}/${z}/${x}/${y}${ending}?${query}`, {
      keepBuffer: 2,
      maxZoom: 19,
      className: 'map-image',
    });
  }
}
