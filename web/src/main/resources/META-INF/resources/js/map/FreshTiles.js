// @ts-check
import { GridLayer } from '../leaflet.js';

/**
 * Tiles that are asked for by fetch: so the browser always asks the server whether its copy is still right (an image
 * element shows an address that the page has seen before without asking), what did not change is not sent again, and
 * what nobody will see any more is not waited for.
 */
export class FreshTiles extends GridLayer {
  /**
   * @param {(coords: {x: number, y: number, z: number}) => string} address of a tile
   * @param {import('leaflet').GridLayerOptions} options
   */
  constructor(address, options) {
    super(options);
    this._address = address;
    /** @type {WeakMap<HTMLElement, AbortController>} */
    this._asked = new WeakMap();
    this.on('tileunload', (event) => this._forget(/** @type {any} */ (event).tile));
  }

  /** @param {{x: number, y: number, z: number}} coords @param {(error: any, tile: HTMLElement) => void} done */
  createTile(coords, done) {
    const tile = document.createElement('img');
    tile.alt = '';
    tile.setAttribute('role', 'presentation');
    tile.dataset.url = this._address(coords);
    const asked = new AbortController();
    this._asked.set(tile, asked);
    this._load(tile, asked.signal).then(
      () => done(null, tile),
      (error) => {
        if (!asked.signal.aborted) {
          done(error, tile);
        }
      },
    );
    return tile;
  }

  /** @param {HTMLImageElement} tile @param {AbortSignal} signal */
  async _load(tile, signal) {
    const answer = await fetch(/** @type {string} */ (tile.dataset.url), { signal, cache: 'no-cache' });
    if (!answer.ok) {
      throw new Error(`${answer.status} for ${tile.dataset.url}`);
    }
    const address = URL.createObjectURL(await answer.blob());
    try {
      tile.src = address;
      await tile.decode();
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  /** @param {HTMLElement} tile */
  _forget(tile) {
    this._asked.get(tile)?.abort();
  }
}
