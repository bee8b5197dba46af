// @ts-check
import { CRS, GeoJSON, LatLngBounds, Map as LeafletMap, CircleMarker, Control } from '../leaflet.js';
import { Graticule } from './Graticule.js';
import { Highlight } from './Highlight.js';
import { MapImage } from './MapImage.js';
import { PlaceLabels } from './PlaceLabels.js';

/** @typedef {import('../api/types.js').Bounds} Bounds */
/** @typedef {{top: number, right: number, bottom: number, left: number}} Insets pixels covered by panels */

/** A double click zooms; its first click must not ask the server. */
const DOUBLE_CLICK_MS = 220;
const MAX_ZOOM = 19;
const POINT_ZOOM = 15;

/**
 * The map: what Leaflet does for us, in the viewer's words. Coordinates that leave it are degrees, longitude first.
 */
export class MapView {
  /**
   * @param {HTMLElement} container
   * @param {{mapUrl: string, i18n: import('../i18n/I18n.js').I18n, insets: () => Insets,
   *   onMoved: (position: import('../api/types.js').MapPosition) => void,
   *   onAsked: (point: {lat: number, lng: number}, byKeyboard: boolean) => void,
   *   onFailed: () => void, onComplete: () => void}} options
   */
  constructor(container, { mapUrl, i18n, insets, onMoved, onAsked, onFailed, onComplete }) {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this._insets = insets;
    this._still = still;
    this.map = new LeafletMap(container, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 4,
      maxZoom: MAX_ZOOM,
      zoomAnimation: !still,
      fadeAnimation: !still,
      inertia: !still,
      center: [16, 107],
      zoom: 5,
    });
    new Control.Scale({ imperial: false, position: 'bottomleft' }).addTo(this.map);
    this.graticule = new Graticule(this.map, i18n);
    this.labels = new PlaceLabels(this.map, i18n);
    this.highlight = new Highlight(this.map);
    this.image = new MapImage(this.map, mapUrl, { onFailed, onComplete });
    this._zooming = false;
    this.map.on('zoomanim', () => {
      this._zooming = true;
    });
    this.map.on('zoomend', () => {
      this._zooming = false;
    });
    this.map.on('moveend', () => onMoved(this.position));
    // The notice above, a turned phone, a browser's own bar: not only the window's size changes the map's.
    new ResizeObserver(() => this.map.invalidateSize({ pan: false })).observe(container);
    this._listenForQuestions(container, onAsked);
  }

  /** @returns {import('../api/types.js').MapPosition} */
  get position() {
    const { lat, lng } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }

  /** @returns {Bounds} of what is seen */
  get bounds() {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** @param {import('../api/types.js').MapPosition} position */
  goTo({ zoom, lat, lon }) {
    const { lat: nowLat, lon: nowLon, zoom: nowZoom } = this.position;
    const close = Math.abs(nowLat - lat) < 1e-5 && Math.abs(nowLon - lon) < 1e-5;
    if (!close || nowZoom !== zoom) {
      this.map.setView([lat, lon], zoom, { animate: false });
    }
  }

  /**
   * @param {Bounds} bounds shown in the part of the map that no panel covers
   * @param {{animate?: boolean}} [options]
   */
  fit(bounds, { animate = !this._still } = {}) {
    if (this._zooming) {
      // Leaflet drops a zoom that is asked for while another one runs.
      this.map.once('zoomend', () => this.fit(bounds, { animate }));
      return;
    }
    const [west, south, east, north] = bounds;
    const { top, right, bottom, left } = this._insets();
    const isPoint = west === east && south === north;
    this.map.fitBounds(new LatLngBounds([south, west], [north, east]), {
      paddingTopLeft: [left + 24, top + 24],
      paddingBottomRight: [right + 24, bottom + 24],
      maxZoom: isPoint ? POINT_ZOOM : MAX_ZOOM,
      animate,
    });
  }

  /** @param {import('geojson').Geometry} geometry */
  fitGeometry(geometry) {
    const bounds = new GeoJSON(geometry).getBounds();
    this.fit([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
  }

  /** @param {import('geojson').Geometry} geometry of which the middle is to be seen */
  revealGeometry(geometry) {
    this.reveal(new GeoJSON(geometry).getBounds().getCenter());
  }

  /** Moves only if the middle is on the map but under a panel. @param {import('geojson').Geometry} geometry */
  uncoverGeometry(geometry) {
    const middle = new GeoJSON(geometry).getBounds().getCenter();
    if (this.map.getBounds().contains(middle)) {
      this.reveal(middle);
    }
  }

  /** Moves only if the point is out of sight or under a panel. @param {{lat: number, lng: number}} point */
  reveal(point) {
    const { x, y } = this.map.latLngToContainerPoint(point);
    const { x: width, y: height } = this.map.getSize();
    const { top, right, bottom, left } = this._insets();
    if (x < left || x > width - right || y < top || y > height - bottom) {
      this.map.panBy([x - (left + width - right) / 2, y - (top + height - bottom) / 2], { animate: !this._still });
    }
  }

  /** @param {{lat: number, lng: number}} point @returns the part of a GetFeatureInfo request that says where */
  pixelAt(point) {
    const { x: width, y: height } = this.map.getSize();
    const { x, y } = this.map.latLngToContainerPoint(point);
    const bounds = this.map.getBounds();
    const lower = CRS.EPSG3857.project(bounds.getSouthWest());
    const upper = CRS.EPSG3857.project(bounds.getNorthEast());
    // A finger is less exact than a mouse.
    const tolerancePx = window.matchMedia('(pointer: coarse)').matches ? 14 : 5;
    const bbox3857 = [lower.x, lower.y, upper.x, upper.y];
    const pixel = (/** @type {number} */ at, /** @type {number} */ size) => Math.max(0, Math.min(size - 1, Math.floor(at)));
    return { bbox3857, width, height, i: pixel(x, width), j: pixel(y, height), tolerancePx };
  }

  /** Shows where the reader is, if the browser tells. @param {() => void} onFailed */
  locate(onFailed) {
    this.map.once('locationfound', (found) => {
      this._here?.remove();
      this._here = new CircleMarker(found.latlng, { radius: 8, className: 'here', interactive: false }).addTo(this.map);
      this.map.setView(found.latlng, Math.max(this.map.getZoom(), 13));
    });
    this.map.once('locationerror', onFailed);
    this.map.locate({ timeout: 10000 });
  }

  /** @param {HTMLElement} container @param {(point: any, byKeyboard: boolean) => void} onAsked */
  _listenForQuestions(container, onAsked) {
    let timer = 0;
    this.map.on('click', (event) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => onAsked(event.latlng, false), DOUBLE_CLICK_MS);
    });
    this.map.on('dblclick', () => clearTimeout(timer));
    container.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target === container) {
        event.preventDefault();
        onAsked(this.map.getCenter(), true);
      }
    });
  }
}
