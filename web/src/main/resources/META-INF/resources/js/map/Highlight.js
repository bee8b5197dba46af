// @ts-check
import { CircleMarker, GeoJSON, LayerGroup } from '../leaflet.js';

const PANE = 'highlight';

/** The outline of the selected feature: a light halo under a dark line, visible on any fill. */
export class Highlight {
  /** @param {import('leaflet').Map} map */
  constructor(map) {
    map.createPane(PANE).classList.add('highlight-pane');
    this._group = new LayerGroup().addTo(map);
  }

  /** @param {import('geojson').Geometry | null} geometry */
  show(geometry) {
    this._group.clearLayers();
    if (geometry) {
      for (const className of ['highlight-halo', 'highlight-line']) {
        const style = { className, pane: PANE, interactive: false };
        new GeoJSON(geometry, {
          style: () => style,
          interactive: false,
          pointToLayer: (_point, latLng) => new CircleMarker(latLng, { ...style, radius: 11 }),
        }).addTo(this._group);
      }
    }
  }
}
