// @ts-check
import { DivIcon, LayerGroup, Marker, Polyline } from '../leaflet.js';
import { el } from '../dom/el.js';

const STEPS_DEGREES = [10, 5, 2, 1, 0.5, 0.25, 1 / 6, 1 / 12, 1 / 30, 1 / 60, 1 / 120];
const WANTED_SPACING_PX = 150;
const PANE = 'graticule';

/** @param {number} degreesPerPx @returns {number} the smallest step that keeps lines apart */
export function graticuleStep(degreesPerPx) {
  const fitting = STEPS_DEGREES.filter((step) => step / degreesPerPx >= WANTED_SPACING_PX);
  return fitting.length > 0 ? fitting[fitting.length - 1] : STEPS_DEGREES[0];
}

/** @param {number} degrees @param {string} positive @param {string} negative @returns {string} as in 105°30′Đ */
export function formatAngle(degrees, positive, negative) {
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = parts.map((part) => String(part).padStart(2, '0'));
  const text = `${parts[0]}°${parts[1] || parts[2] ? `${two[1]}′` : ''}${parts[2] ? `${two[2]}″` : ''}`;
  return text + (degrees < 0 ? negative : positive);
}

/** Meridians and parallels below all layers: the background needs no foreign tiles. Decoration, hidden from readers. */
export class Graticule {
  /** @param {import('leaflet').Map} map @param {import('../i18n/I18n.js').I18n} i18n */
  constructor(map, i18n) {
    this._map = map;
    this._i18n = i18n;
    const pane = map.createPane(PANE);
    pane.classList.add('graticule-pane');
    pane.setAttribute('aria-hidden', 'true');
    this._group = new LayerGroup().addTo(map);
    map.on('moveend', () => this.draw());
  }

  draw() {
    this._group.clearLayers();
    const bounds = this._map.getBounds().pad(0.25);
    const step = graticuleStep((bounds.getEast() - bounds.getWest()) / (this._map.getSize().x * 1.5));
    const corner = this._map.containerPointToLatLng([this._map.getSize().x - 6, this._map.getSize().y - 8]);
    const range = (/** @type {number} */ from, /** @type {number} */ to) => Array.from(
      { length: Math.max(0, Math.floor(to / step) - Math.ceil(from / step) + 1) },
      (_none, i) => (Math.ceil(from / step) + i) * step,
    );
    for (const lon of range(bounds.getWest(), bounds.getEast())) {
      this._line([[bounds.getSouth(), lon], [bounds.getNorth(), lon]]);
      this._label([corner.lat, lon], formatAngle(lon, this._i18n.t('map.east'), this._i18n.t('map.west')), 'meridian');
    }
    for (const lat of range(Math.max(-85, bounds.getSouth()), Math.min(85, bounds.getNorth()))) {
      this._line([[lat, bounds.getWest()], [lat, bounds.getEast()]]);
      this._label([lat, corner.lng], formatAngle(lat, this._i18n.t('map.north'), this._i18n.t('map.south')), 'parallel');
    }
  }

  /** @param {[number, number][]} latLons */
  _line(latLons) {
    new Polyline(latLons, { pane: PANE, interactive: false, className: 'graticule-line', weight: 1 }).addTo(this._group);
  }

  /** @param {[number, number]} latLon @param {string} text @param {string} kind */
  _label(latLon, text, kind) {
    const icon = new DivIcon({ className: `graticule-label ${kind}`, html: el('span', {}, text), iconSize: [0, 0] });
    new Marker(latLon, { pane: PANE, icon, interactive: false, keyboard: false }).addTo(this._group);
  }
}
