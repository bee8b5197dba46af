// @ts-check
import { Control, LatLngBounds, Map as LeafletMap } from '../leaflet.js';

/**
 * A map within a page that is longer than it: a wheel that only passes by does not zoom. It shows where the data are.
 *
 * @param {HTMLElement} element in the page, since Leaflet measures it
 * @param {import('../api/types.js').Catalogue} catalogue @param {import('../i18n/I18n.js').I18n} i18n
 */
export function smallMap(element, catalogue, i18n) {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new LeafletMap(element, {
    attributionControl: false, minZoom: 4, maxZoom: 19, zoomAnimation: !still, fadeAnimation: !still, inertia: !still,
    scrollWheelZoom: false, zoomControl: false,
  });
  const [west, south, east, north] = catalogue.bounds;
  map.fitBounds(new LatLngBounds([south, west], [north, east]), { animate: false });
  new Control.Zoom({ zoomInTitle: i18n.t('map.zoomIn'), zoomOutTitle: i18n.t('map.zoomOut'), position: 'topright' }).addTo(map);
  new Control.Scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(element);
  return map;
}
