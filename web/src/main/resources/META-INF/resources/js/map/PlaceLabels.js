// @ts-check
import { DivIcon, LayerGroup, Marker } from '../leaflet.js';
import { el } from '../dom/el.js';

const PANE = 'placeLabels';

/** Names the operator wants to see whatever layers are on, such as islands and seas. */
export class PlaceLabels {
  /** @param {import('leaflet').Map} map @param {import('../i18n/I18n.js').I18n} i18n */
  constructor(map, i18n) {
    this._map = map;
    this._i18n = i18n;
    /** @type {NonNullable<import('../api/types.js').Catalogue['labels']>} */
    this._labels = [];
    map.createPane(PANE).classList.add('place-label-pane');
    this._group = new LayerGroup().addTo(map);
    map.on('zoomend', () => this.draw());
  }

  /** @param {NonNullable<import('../api/types.js').Catalogue['labels']>} labels */
  set(labels) {
    this._labels = labels;
    this.draw();
  }

  draw() {
    this._group.clearLayers();
    for (const { text, lon, lat, minZoom = 0 } of this._labels) {
      if (this._map.getZoom() >= minZoom) {
        const icon = new DivIcon({
          className: 'place-label', html: el('span', {}, this._i18n.pick(text)), iconSize: [0, 0],
        });
        new Marker([lat, lon], { pane: PANE, icon, interactive: false, keyboard: false }).addTo(this._group);
      }
    }
  }
}
