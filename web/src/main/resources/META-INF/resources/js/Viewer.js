// @ts-check
import { Freshness } from './api/Freshness.js';
import { DatePanel } from './date/DatePanel.js';
import { Selection } from './details/Selection.js';
import { byId } from './dom/el.js';
import { icon } from './dom/icon.js';
import { offerEditor } from './editor/offer.js';
import { LayerPanel } from './layers/LayerPanel.js';
import { FeatureList } from './list/FeatureList.js';
import { MapControls } from './map/MapControls.js';
import { MapView } from './map/MapView.js';
import { Panel } from './panel/Panel.js';
import { panelInsets } from './panel/insets.js';
import { SearchBox } from './search/SearchBox.js';

/** @typedef {import('./api/types.js').Layer} Layer */

/** Phones, upright or on their side, show one thing at a time. The same limits as in css/layout.css. */
const WIDE = '(min-width: 720px) and (min-height: 480px)';

/** @type {ReadonlySet<import('./state/Store.js').StateKey>} */
const ALL_BUT_MAP = new Set(['layers', 'styles', 'asOf', 'lang', 'feature']);

/** Puts the parts together. Data flows one way: part → store → every part. */
export class Viewer {
  /**
   * @param {{api: import('./api/Api.js').Api, i18n: import('./i18n/I18n.js').I18n,
   *   store: import('./state/Store.js').Store, notices: import('./notices/Notices.js').Notices}} shared
   * @param {import('./api/types.js').Catalogue} catalogue
   */
  constructor({ api, i18n, store, notices }, catalogue) {
    this._api = api;
    this._i18n = i18n;
    this._store = store;
    this._notices = notices;
    this._catalogue = catalogue;
    this._map = this._buildMap();
    this._selection = new Selection(byId('details'), {
      api,
      i18n,
      store,
      map: this._map,
      notices,
      catalogue: () => this._catalogue,
      layersOn: () => this._layersOn,
      styleOf: (layer) => this._styleOf(layer),
      onOpen: () => this._makeRoom(),
      onClose: () => this._giveRoomBack(),
    });
    this._layerPanel = new LayerPanel(byId('layers'), {
      i18n,
      api,
      onChange: (layers) => store.update({ layers }),
      onStyle: (layer, style) => this._useStyle(layer, style),
    });
    this._datePanel = new DatePanel(byId('dates'), { i18n, onChange: (asOf) => store.update({ asOf }) });
    this._list = this._buildList();
    this._panel = this._buildPanel();
    /** @type {import('./panel/Panel.js').Section | null} what a phone's sheet showed before the card came over it */
    this._covered = null;
    this._isEditing = false;
    this._buildSearch();
  }

  /** Shows what the address asks for, and from then on whatever changes. */
  start() {
    byId('as-of-icon').append(icon('previous'));
    byId('as-of-back').addEventListener('click', () => this._store.update({ asOf: null }));
    this._store.subscribe((_state, changed) => this._draw(changed));
    const { map, feature } = this._store.state;
    // Before the map is placed: the notice takes height from it, and the place in a link is the middle of what is left.
    this._drawTexts();
    this._map.map.invalidateSize({ pan: false });
    this._openFirstView(map, feature);
    this._draw(ALL_BUT_MAP);
    new Freshness(() => this._api.revision(), {
      onNews: () => this._reload(),
      onLost: () => this._showConnection(false),
      onBack: () => this._showConnection(true),
    }).start(this._catalogue.revision);
    void this._offerEditor();
    document.documentElement.dataset.ready = 'true';
  }

  /** @returns {HTMLElement | null} in place of panel and card while somebody edits */
  _editorPanel() {
    return document.querySelector('.editor-panel');
  }

  _offerEditor() {
    const { _map: map, _i18n: i18n, _notices: notices, _store: store, _api: api } = this;
    return offerEditor({ map, i18n, notices, store, api, catalogue: () => this._catalogue }, {
      onOpen: () => {
        this._isEditing = true;
        store.update({ feature: null });
      },
      onClose: () => {
        this._isEditing = false;
      },
    });
  }

  /** @returns {Layer[]} those that are on, in drawing order */
  get _layersOn() {
    const { layers } = this._store.state;
    return this._catalogue.layers.filter(({ name, visible }) => (layers ? layers.includes(name) : visible));
  }

  /** @param {Layer} layer @returns {string | null} null: its usual one */
  _styleOf({ name, styles }) {
    const chosen = this._store.state.styles[name];
    return styles.slice(1).some((style) => style.name === chosen) ? chosen : null;
  }

  /** @param {Layer} layer @param {string} style */
  _useStyle(layer, style) {
    const { [layer.name]: _before, ...others } = this._store.state.styles;
    this._store.update({ styles: style === layer.styles[0].name ? others : { ...others, [layer.name]: style } });
  }

  _buildMap() {
    const failed = () => this._notices.show('tiles', this._i18n.t('map.partial'), {
      action: { label: this._i18n.t('error.retry'), run: () => this._map.image.retry() },
    });
    const view = new MapView(byId('map'), {
      mapUrl: this._api.mapUrl,
      i18n: this._i18n,
      insets: () => panelInsets(byId('panel'), this._editorPanel() ?? byId('details'), byId('map')),
      onMoved: (map) => this._store.update({ map }, 'replace'),
      onAsked: (point, byKeyboard) => !this._isEditing && this._selection.ask(point, byKeyboard),
      onFailed: failed,
      onComplete: () => this._notices.hide('tiles'),
    });
    new MapControls(byId('map-controls'), {
      onZoom: (steps) => this._map.map.zoomIn(steps),
      onHome: () => this._map.fit(this._catalogue.bounds),
      onLocate: () => this._map.locate(() => this._notices.show('locate', this._i18n.t('map.locateFailed'))),
    });
    return view;
  }

  _buildList() {
    return new FeatureList({
      choice: /** @type {HTMLSelectElement} */ (byId('list-layer')), summary: byId('list-summary'), list: byId('list'),
    }, {
      i18n: this._i18n,
      api: this._api,
      view: () => ({
        layers: [...this._layersOn].reverse(),
        bounds: this._map.bounds,
        asOf: this._store.state.asOf,
        revision: this._catalogue.revision,
      }),
      onSelect: (id) => this._selection.choose(id),
      say: (text) => this._notices.say(text),
    });
  }

  _buildPanel() {
    const panel = new Panel(byId('panel'), (section) => {
      this._list.isOpen = section === 'list';
      this._list.refresh();
    });
    // A plain jump to #map would overwrite the state in the address.
    byId('skip-map').addEventListener('click', (event) => {
      event.preventDefault();
      byId('map').focus();
    });
    byId('skip-list').addEventListener('click', (event) => {
      event.preventDefault();
      panel.show('list');
      byId('list-layer').focus();
    });
    if (window.matchMedia(WIDE).matches) {
      panel.show('layers');
    }
    return panel;
  }

  _makeRoom() {
    if (!window.matchMedia(WIDE).matches && this._panel.open) {
      this._covered = this._panel.open;
      this._panel.show(null);
    }
  }

  _giveRoomBack() {
    if (this._covered && !this._panel.open) {
      this._panel.show(this._covered);
    }
    this._covered = null;
  }

  _buildSearch() {
    byId('search-clear').append(icon('close'));
    const search = new SearchBox({
      input: /** @type {HTMLInputElement} */ (byId('search-input')), list: byId('search-list'), clear: byId('search-clear'),
    }, {
      i18n: this._i18n,
      search: (q, signal) => this._api.search({ q, asOf: this._store.state.asOf, lang: this._i18n.lang }, signal),
      layerTitle: (name) => this._i18n.pick(this._catalogue.layers.find((layer) => layer.name === name)?.title),
      onChosen: (result) => this._selection.goTo(result.id),
      say: (text) => this._notices.say(text),
    });
    document.addEventListener('keydown', (event) => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        search.focus();
      }
    });
  }

  /** @param {import('./api/types.js').MapPosition | null} map @param {string | null} feature as the link says */
  _openFirstView(map, feature) {
    if (map) {
      this._map.goTo(map);
      if (feature) {
        this._selection.uncoverWhenLoaded();
      }
    } else {
      this._map.fit(this._catalogue.bounds, { animate: false });
      if (feature) {
        this._selection.fitWhenLoaded();
      }
    }
  }

  /** @param {ReadonlySet<import('./state/Store.js').StateKey>} changed */
  _draw(changed) {
    const { map, lang } = this._store.state;
    if (changed.has('map') && map) {
      this._map.goTo(map);
    }
    if (changed.has('lang')) {
      this._i18n.use(lang);
      this._drawTexts();
    }
    if (changed.has('asOf') || changed.has('lang')) {
      this._drawDate();
    }
    this._drawLayers();
    if (changed.has('feature') || changed.has('asOf') || changed.has('lang')) {
      this._selection.draw();
      this._list.select(this._store.state.feature);
    }
    if (changed.size > 1 || !changed.has('feature')) {
      this._list.refresh();
    }
  }

  _drawTexts() {
    const title = this._i18n.pick(this._catalogue.title);
    byId('title').textContent = title;
    document.title = title;
    const notice = this._i18n.pick(this._catalogue.notice);
    byId('notice').hidden = !notice;
    byId('notice-text').textContent = notice;
    this._map.labels.set(this._catalogue.labels ?? []);
    this._map.graticule.draw();
  }

  _drawDate() {
    const { asOf } = this._store.state;
    this._datePanel.draw({ dates: this._catalogue.dates, today: this._catalogue.today, asOf });
    byId('as-of').hidden = asOf === null;
    byId('as-of-text').textContent = asOf ? this._i18n.t('date.viewing', { date: this._i18n.date(asOf) }) : '';
  }

  _drawLayers() {
    const on = this._layersOn.map(({ name }) => name);
    const date = this._store.state.asOf ?? this._catalogue.today;
    this._layerPanel.draw({ catalogue: this._catalogue, on, date, styleOf: (layer) => this._styleOf(layer) });
    this._map.image.show({
      layers: on,
      styles: this._layersOn.map((layer) => this._styleOf(layer)),
      time: date,
      revision: this._catalogue.revision,
    });
  }

  /** The data changed: the same view of the new data, without moving anything the reader has set. */
  async _reload() {
    try {
      this._catalogue = await this._api.catalogue();
    } catch {
      this._showConnection(false);
      return;
    }
    this._draw(ALL_BUT_MAP);
    this._notices.say(this._i18n.t('online.news'));
  }

  /** @param {boolean} isConnected */
  _showConnection(isConnected) {
    if (isConnected) {
      this._notices.show('connection', this._i18n.t('online.back'));
      this._map.image.retry();
    } else {
      this._notices.show('connection', this._i18n.t('online.lost'), { lasting: true });
    }
  }
}
