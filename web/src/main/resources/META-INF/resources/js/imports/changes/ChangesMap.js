// @ts-check
import { DivIcon, GeoJSON, LatLng, LatLngBounds, LayerGroup, Marker } from '../../leaflet.js';
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { Graticule } from '../../map/Graticule.js';
import { Highlight } from '../../map/Highlight.js';
import { MapImage } from '../../map/MapImage.js';
import { PlaceLabels } from '../../map/PlaceLabels.js';
import { smallMap } from '../../map/smallMap.js';
import { edgesOnce } from './edges.js';

/** @typedef {import('../types.js').Change} Change */

const CLOSE_ZOOM = 16;
const PADDING = 10;
const BALLOON_PX = 280;
/** Beside a balloon of full width, a phone's map would show nothing else. */
const NARROW_BALLOON_PX = 220;
/** More signs than this hide the map they are about; those of a chosen kind are all shown. */
const MOST_SIGNS = 500;

/** What was (dashed), what will be (solid) and what was found (signs), over the map as everybody sees it. */
export class ChangesMap {
  /** @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n @param {(change: Change) => HTMLElement} describe */
  constructor(i18n, describe) {
    this._i18n = i18n;
    this._describe = describe;
    this.root = el('div', { class: 'map changes-map', role: 'application', tabindex: '0', 'data-key': 'changes-map', 'data-testid': 'changes-map' });
    /** @type {import('leaflet').Map | null} */
    this._map = null;
    this._data = '';
  }

  /** Must be in the page: Leaflet measures its element. @param {import('../../api/types.js').Catalogue} catalogue */
  open(catalogue) {
    if (this._map) {
      this._map.invalidateSize({ pan: false });
    } else {
      this._map = this._create(catalogue);
    }
    this.root.setAttribute('aria-label', this._i18n.t('changes.map'));
    this._image?.show({
      layers: catalogue.layers.filter(({ visible }) => visible).map(({ name }) => name),
      time: catalogue.today, revision: catalogue.revision,
    });
    this._labels?.set(catalogue.labels ?? []);
    this._graticule?.draw();
  }

  /** @param {import('../../api/types.js').Catalogue} catalogue */
  _create(catalogue) {
    const map = smallMap(this.root, catalogue, this._i18n);
    this._graticule = new Graticule(map, this._i18n);
    this._labels = new PlaceLabels(map, this._i18n);
    this._highlight = new Highlight(map);
    this._image = new MapImage(map, '/tiles', { onFailed: () => {}, onComplete: () => {} });
    this._group = new LayerGroup().addTo(map);
    return map;
  }

  /** @param {readonly Change[]} changes @param {{fit: boolean}} how */
  show(changes, { fit }) {
    if (!this._map || !this._group) {
      return;
    }
    this._group.clearLayers();
    this._highlight?.show(null);
    this._map.closePopup();
    const shapes = changes.filter(({ geometry, properties }) => geometry !== null && properties.side !== 'issue');
    const signs = changes.filter(({ geometry, properties }) => geometry !== null && properties.side === 'issue').slice(0, MOST_SIGNS);
    const ordered = [...shapes].sort((a, b) => Number(a.properties.side === 'before') - Number(b.properties.side === 'before'));
    ordered.forEach((change) => this._group?.addLayer(this._shape(change)));
    this._group.addLayer(outline('before', shapes));
    this._group.addLayer(outline('after', shapes));
    signs.forEach((change) => this._group?.addLayer(this._sign(change)));
    if (fit && shapes.length + signs.length > 0) {
      this._fit([...shapes, ...signs]);
    }
  }

  /** Goes to one, marks it and says what it is. @param {readonly Change[]} changes the sides of one feature */
  goTo(changes) {
    const placed = changes.filter(({ geometry }) => geometry !== null);
    const last = placed[placed.length - 1];
    if (!this._map || !last?.geometry) {
      return;
    }
    this._fit(placed);
    if (last.properties.side !== 'issue') {
      this._highlight?.show(last.geometry);
    }
    this._tell(this._describe(last), new GeoJSON(last.geometry).getBounds().getCenter());
  }

  /** @param {{x: number, y: number}} lonLat @param {HTMLElement} about */
  goToPlace(lonLat, about) {
    this._map?.setView([lonLat.y, lonLat.x], CLOSE_ZOOM, { animate: false });
    this._tell(about, new LatLng(lonLat.y, lonLat.x));
  }

  /** @param {HTMLElement} about @param {LatLng} place */
  _tell(about, place) {
    if (this._map) {
      // The balloon stands above its place, which therefore goes to the lower part of the map.
      this._map.panBy([0, -this._map.getSize().y / 4], { animate: false });
      this._map.openPopup(about, place, { maxWidth: this._balloonPx, autoPan: false });
    }
  }

  get _balloonPx() {
    return this._map && this._map.getSize().x < 2 * BALLOON_PX ? NARROW_BALLOON_PX : BALLOON_PX;
  }

  /** @param {readonly Change[]} changes */
  _fit(changes) {
    const bounds = new LatLngBounds([]);
    for (const { geometry } of changes) {
      if (geometry) {
        bounds.extend(new GeoJSON(geometry).getBounds());
      }
    }
    if (bounds.isValid()) {
      this._map?.fitBounds(bounds, { padding: [PADDING, PADDING], maxZoom: CLOSE_ZOOM, animate: false });
    }
  }

  /** Fill and balloon; the lines come from {@link outline}. @param {Change} change */
  _shape(change) {
    const { kind, side } = change.properties;
    const shape = new GeoJSON(/** @type {any} */ (change.geometry), {
      style: () => ({ className: `change ${side} ${kind}` }),
      pointToLayer: (_feature, place) => new Marker(place, {
        icon: new DivIcon({ className: `change-point ${side} ${kind}`, iconSize: [14, 14] }), keyboard: false,
      }),
    });
    return shape.bindPopup(() => this._describe(change), { maxWidth: this._balloonPx });
  }

  /** @param {Change} change */
  _sign(change) {
    const { severity = 'WARNING' } = change.properties;
    const [x, y] = /** @type {number[]} */ (/** @type {any} */ (change.geometry).coordinates);
    const sign = el('span', {}, icon(severity === 'ERROR' ? 'error' : severity === 'INFO' ? 'info' : 'warning'));
    return new Marker([y, x], {
      icon: new DivIcon({ className: `issue-sign ${severity}`, html: sign, iconSize: severity === 'INFO' ? [11, 11] : [26, 26] }), keyboard: false,
      alt: this._i18n.t(`severity.${severity}`),
    }).bindPopup(() => this._describe(change), { maxWidth: this._balloonPx });
  }
}

/** @param {'before' | 'after'} side @param {readonly Change[]} changes @returns {GeoJSON} all borders of a side */
function outline(side, changes) {
  const geometries = changes.filter(({ properties }) => properties.side === side).map(({ geometry }) => geometry);
  const lines = edgesOnce(/** @type {import('geojson').Geometry[]} */ (geometries));
  const line = /** @type {import('geojson').MultiLineString} */ ({ type: 'MultiLineString', coordinates: lines });
  return new GeoJSON(line, { style: () => ({ className: `outline ${side}` }), interactive: false });
}
