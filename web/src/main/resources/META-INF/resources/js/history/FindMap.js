// @ts-check
import { GeoJSON, LatLngBounds, LayerGroup, Rectangle } from '../leaflet.js';
import { el } from '../dom/el.js';
import { MapImage } from '../map/MapImage.js';
import { smallMap } from '../map/smallMap.js';

/** @typedef {import('../api/types.js').Bounds} Bounds */

const BOX = { color: '#1d4ed8', weight: 2, fill: false, interactive: false };
const GONE = { color: '#b4441a', weight: 2, dashArray: '6 4', fillColor: '#e07b4f', fillOpacity: 0.3 };
const CLOSE_ZOOM = 16;
/** How far from a feature somebody may click. */
const REACH_PX = 4;

/** A map to choose an area on, or that shows how it was at a moment. */
export class FindMap {
  /** @param {import('../i18n/I18n.js').I18n} i18n @param {import('../api/types.js').Catalogue} catalogue */
  constructor(i18n, catalogue) {
    this._i18n = i18n;
    this._catalogue = catalogue;
    this._element = el('div', { class: 'map', role: 'application', tabindex: '0', 'data-testid': 'find-map' });
    this.root = el('div', { class: 'swipe find-map' }, this._element, el('div', { class: 'crosshair', 'aria-hidden': 'true' }));
    this._url = '';
    /** The box that it went to last. */
    this._gone = '';
    /** @type {(() => void) | null} */
    this._stop = null;
    /** @type {(bounds: Bounds) => void} */
    this._onPick = () => {};
  }

  /** Must be in the page. @param {string} label for those who do not see it */
  open(label) {
    this._element.setAttribute('aria-label', label);
    if (!this._map) {
      this._map = smallMap(this._element, this._catalogue, this._i18n);
      this._marks = new LayerGroup().addTo(this._map);
      this._map.on('click', ({ latlng }) => this._onPick(this._around(latlng)));
      this._map.on('keydown', ({ originalEvent }) => {
        if (originalEvent.key === 'Enter') {
          this._onPick(/** @type {Bounds} */ (this.centre()));
        }
      });
    }
  }

  /** @param {{url: string, asOf: string, layer: string | null}} picture where the tiles are, of which day, and a layer that must be on it */
  show({ url, asOf, layer }) {
    if (!this._map) {
      return;
    }
    if (url !== this._url) {
      this._image?.show({ layers: [], time: asOf, revision: 0 });
      this._image = new MapImage(this._map, url, { onFailed: () => {}, onComplete: () => {} });
      this._url = url;
    }
    this._image?.show({
      layers: this._catalogue.layers.filter(({ visible, name }) => visible || name === layer).map(({ name }) => name),
      time: asOf, revision: this._catalogue.revision,
    });
  }

  /** @param {(bounds: Bounds) => void} run what to do with a click: gets a box of a few pixels around it */
  onPick(run) {
    this._onPick = run;
  }

  /** A few pixels around the middle. */
  centre() {
    return this._map ? this._around(this._map.getCenter()) : null;
  }

  /** @param {import('leaflet').LatLng} place @returns {Bounds} */
  _around(place) {
    const map = /** @type {import('leaflet').Map} */ (this._map);
    const point = map.latLngToContainerPoint(place);
    return bounds(new LatLngBounds(map.containerPointToLatLng(point.subtract([REACH_PX, REACH_PX])), map.containerPointToLatLng(point.add([REACH_PX, REACH_PX]))));
  }

  /** What is in view. @returns {Bounds | null} */
  view() {
    return this._map ? bounds(this._map.getBounds()) : null;
  }

  /**
   * @param {Bounds | null} box @param {{geometry: any, run: () => void}[]} gone features that are gone, and what a click does
   * @param {boolean} fit whether to go there
   */
  mark(box, gone, fit) {
    this._marks?.clearLayers();
    const all = new LatLngBounds([]);
    if (box) {
      const corners = new LatLngBounds([box[1], box[0]], [box[3], box[2]]);
      this._marks?.addLayer(new Rectangle(corners, BOX));
      all.extend(corners);
    }
    for (const { geometry, run } of gone.filter((each) => each.geometry)) {
      const shape = new GeoJSON(geometry, { style: GONE });
      shape.on('click', run);
      this._marks?.addLayer(shape);
      if (!box) {
        all.extend(shape.getBounds());
      }
    }
    if (fit && all.isValid()) {
      this._map?.fitBounds(all, { animate: false, maxZoom: CLOSE_ZOOM });
    }
  }

  /** Goes to a box, once: who has moved the map on stays where they are. @param {Bounds | null} box */
  goTo(box) {
    const key = String(box);
    if (box && key !== this._gone) {
      this._map?.fitBounds(new LatLngBounds([box[1], box[0]], [box[3], box[2]]).pad(0.25), { animate: false, maxZoom: CLOSE_ZOOM });
    }
    this._gone = key;
  }

  /** Lets a box be drawn by dragging, once. @param {(box: Bounds | null) => void} done null: given up */
  draw(done) {
    const map = this._map;
    this._stop?.();
    if (!map) {
      return;
    }
    const container = this._element;
    container.classList.add('drawing');
    map.dragging.disable();
    /** @type {import('leaflet').LatLng | null} */
    let start = null;
    const rectangle = new Rectangle(map.getCenter().toBounds(0), BOX);
    const listening = new AbortController();
    const finish = (/** @type {Bounds | null} */ box) => {
      listening.abort();
      container.classList.remove('drawing');
      map.dragging.enable();
      rectangle.remove();
      this._stop = null;
      done(box);
    };
    this._stop = () => finish(null);
    const on = (/** @type {'pointerdown' | 'pointermove' | 'pointerup'} */ name, /** @type {(event: PointerEvent) => void} */ run) =>
      container.addEventListener(name, (event) => {
        event.preventDefault();
        event.stopPropagation();
        run(event);
      }, { capture: true, signal: listening.signal });
    on('pointerdown', (event) => {
      container.setPointerCapture(event.pointerId);
      start = map.mouseEventToLatLng(event);
    });
    on('pointermove', (event) => {
      if (start) {
        rectangle.setBounds(new LatLngBounds(start, map.mouseEventToLatLng(event))).addTo(map);
      }
    });
    on('pointerup', (event) => {
      const box = start ? bounds(new LatLngBounds(start, map.mouseEventToLatLng(event))) : null;
      finish(box && box[0] < box[2] && box[1] < box[3] ? box : null);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        finish(null);
      }
    }, { signal: listening.signal });
  }
}

/** @param {any} geometry GeoJSON @returns {Bounds} around it */
export function boundsOf(geometry) {
  return bounds(new GeoJSON(geometry).getBounds());
}

/** @param {LatLngBounds} box @returns {Bounds} to a metre */
function bounds(box) {
  return /** @type {Bounds} */ ([box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((degrees) => Number(degrees.toFixed(5))));
}
