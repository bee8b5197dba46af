// @ts-check
import { GeoJSON, LatLngBounds } from '../leaflet.js';
import { el } from '../dom/el.js';
import { MapImage } from '../map/MapImage.js';
import { smallMap } from '../map/smallMap.js';

const STYLES = {
  before: { color: '#b4441a', weight: 3, dashArray: '7 5', fillColor: '#e07b4f', fillOpacity: 0.28 },
  after: { color: '#0b6b54', weight: 3, fillColor: '#2b9a7d', fillOpacity: 0.28 },
  added: { stroke: false, fillColor: '#0b6b54', fillOpacity: 0.55 },
  removed: { stroke: false, fillColor: '#b4441a', fillOpacity: 0.55 },
  finding: { color: '#b3261e', weight: 3, fillColor: '#b3261e', fillOpacity: 0.45 },
};
const CLOSE_ZOOM = 18;

/** What was on the left of a divider and what is to be on its right, over the map as everybody sees it. */
export class SwipeMap {
  /** @param {import('./i18n/ReviewI18n.js').ReviewI18n} i18n */
  constructor(i18n) {
    this._i18n = i18n;
    this._element = el('div', { class: 'map', role: 'application', tabindex: '0', 'aria-label': i18n.t('map.heading') });
    this._line = el('div', { class: 'swipe-line' });
    this._range = el('input', {
      type: 'range', class: 'swipe-range', min: 0, max: 100, value: 50, 'aria-label': i18n.t('map.swipe'), 'data-testid': 'swipe', oninput: () => this._clip(),
    });
    this.root = el('div', {},
      el('div', { class: 'swipe', 'data-testid': 'swipe-map' },
        this._element, this._line,
        el('span', { class: 'swipe-side before' }, i18n.t('map.before')),
        el('span', { class: 'swipe-side after' }, i18n.t('map.after'))),
      this._range);
    /** @type {LatLngBounds | null} */
    this._bounds = null;
  }

  /**
   * Must be in the page: Leaflet measures its element.
   *
   * @param {import('../api/types.js').Catalogue} catalogue
   * @param {{geometry: {before: any, after: any, added?: any, removed?: any}}[]} changes the land that was added and taken away is on both sides
   */
  open(catalogue, changes) {
    const map = smallMap(this._element, catalogue, this._i18n);
    this._map = map;
    new MapImage(map, '/tiles', { onFailed: () => {}, onComplete: () => {} }).show({
      layers: catalogue.layers.filter(({ visible }) => visible).map(({ name }) => name),
      time: catalogue.today, revision: catalogue.revision,
    });
    for (const side of /** @type {const} */ (['before', 'after'])) {
      map.createPane(side).style.zIndex = side === 'before' ? '410' : '411';
      this._add(side, changes.map(({ geometry }) => geometry[side]).filter(Boolean));
    }
    for (const kind of /** @type {const} */ (['added', 'removed'])) {
      map.createPane(kind).style.zIndex = '409';
      this._add(kind, changes.map(({ geometry }) => geometry[kind]).filter(Boolean));
    }
    map.createPane('finding').style.zIndex = '420';
    this.whole();
    map.on('move zoom viewreset resize', () => this._clip());
    this._clip();
  }

  /** @param {'before' | 'after' | 'added' | 'removed'} side @param {any[]} shapes */
  _add(side, shapes) {
    for (const shape of shapes) {
      const layer = new GeoJSON(shape, { pane: side, style: STYLES[side] }).addTo(/** @type {import('leaflet').Map} */ (this._map));
      const bounds = layer.getBounds();
      this._bounds = this._bounds ? this._bounds.extend(bounds) : new LatLngBounds(bounds.getSouthWest(), bounds.getNorthEast());
    }
  }

  /** Shows all that changes. */
  whole() {
    if (this._bounds?.isValid()) {
      this._map?.fitBounds(this._bounds.pad(0.25), { animate: false, maxZoom: CLOSE_ZOOM });
    }
  }

  /** @param {any} shape GeoJSON @param {boolean} isFinding */
  show(shape, isFinding) {
    if (!this._map || !shape) {
      return;
    }
    this._finding?.remove();
    const layer = new GeoJSON(shape, { pane: 'finding', style: STYLES.finding });
    if (isFinding) {
      this._finding = layer.addTo(this._map);
    }
    this._map.fitBounds(layer.getBounds().pad(0.5), { animate: false, maxZoom: CLOSE_ZOOM });
    this._element.scrollIntoView({ block: 'nearest' });
  }

  /** Panes move with the map, so what is cut from them moves against it. */
  _clip() {
    const map = this._map;
    if (!map) {
      return;
    }
    const { x: width, y: height } = map.getSize();
    const at = (width * Number(this._range.value)) / 100;
    this._line.style.left = `${at}px`;
    const corner = map.containerPointToLayerPoint([0, 0]);
    const cut = (/** @type {number} */ from, /** @type {number} */ to) => `polygon(${[[from, 0], [to, 0], [to, height], [from, height]]
      .map(([x, y]) => `${corner.x + x}px ${corner.y + y}px`).join(',')})`;
    /** @type {HTMLElement} */ (map.getPane('before')).style.clipPath = cut(0, at);
    /** @type {HTMLElement} */ (map.getPane('after')).style.clipPath = cut(at, width);
  }
}
