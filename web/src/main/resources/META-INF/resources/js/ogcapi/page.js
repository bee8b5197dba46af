// @ts-check
import { GeoJSON, Map as LeafletMap, TileLayer, CircleMarker } from '../leaflet.js';

/** The map of a page of the OGC API: tiles of the layer, the features of the page above them. */
const FEATURES = { color: '#c2410c', weight: 2, fillOpacity: 0.12 };

/** @param {HTMLElement} element */
function show(element) {
  const [west, south, east, north] = (element.dataset.bbox ?? '').split(',').map(Number);
  const map = new LeafletMap(element, { maxZoom: 20, worldCopyJump: true, attributionControl: false });
  map.fitBounds([[south, west], [north, east]], { padding: [12, 12], maxZoom: 16 });
  new TileLayer(element.dataset.tiles ?? '', { maxZoom: 20, opacity: 0.75 }).addTo(map);
  if (element.dataset.features) {
    addFeatures(map, element.dataset.features);
  }
}

/** @param {LeafletMap} map @param {string} address of GeoJSON */
async function addFeatures(map, address) {
  const answer = await fetch(address, { headers: { Accept: 'application/geo+json' } });
  if (!answer.ok) {
    return;
  }
  new GeoJSON(await answer.json(), {
    style: FEATURES,
    pointToLayer: (_, place) => new CircleMarker(place, { ...FEATURES, radius: 6 }),
    onEachFeature: (feature, layer) => {
      const label = feature.properties.name ?? feature.properties.zone_code ?? feature.id;
      // as text, never as HTML: names come from data
      const text = document.createElement('span');
      text.textContent = String(label);
      layer.bindTooltip(text);
    },
  }).addTo(map);
}

const element = document.getElementById('map');
if (element) {
  show(element);
}
