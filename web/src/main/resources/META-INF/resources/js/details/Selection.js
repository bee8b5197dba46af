// @ts-check
import { DetailsCard, featureTitle } from './DetailsCard.js';
import { FeatureLoader } from './FeatureLoader.js';
import { NTM_LAYER } from './NtmSummary.js';
import { byId } from '../dom/el.js';

/** @typedef {import('../api/types.js').Feature} Feature */
/** @typedef {import('../api/types.js').Layer} Layer */

const COMMUNES = 'communes';
const PATIENCE_MS = 200;

/** The selected feature: asks the map what is at a place, loads it, outlines it and shows its card. */
export class Selection {
  /**
   * @param {HTMLElement} root
   * @param {{api: import('../api/Api.js').Api, i18n: import('../i18n/I18n.js').I18n,
   *   store: import('../state/Store.js').Store, map: import('../map/MapView.js').MapView,
   *   notices: import('../notices/Notices.js').Notices, catalogue: () => import('../api/types.js').Catalogue,
   *   layersOn: () => Layer[], styleOf: (layer: Layer) => string | null, onOpen: () => void, onClose: () => void}} parts
   *   onOpen before a card comes up at the reader's wish, onClose after it is put away again
   */
  constructor(root, parts) {
    this._parts = parts;
    this._loader = new FeatureLoader(parts.api);
    this._card = new DetailsCard(root, {
      i18n: parts.i18n,
      onClose: () => this.close(),
      onZoom: () => this._zoom(),
      onCopy: () => this._copy(),
      onSelect: (id) => (this._here.some((feature) => feature.id === id) ? this.choose(id) : this.goTo(id)),
    });
    this._running = new AbortController();
    /** @type {Feature[]} what was found at the place asked about, topmost first */
    this._here = [];
    /** @type {Feature | null} */
    this._feature = null;
    /** @type {HTMLElement | null} */
    this._opener = null;
    this._wantsFocus = false;
    /** @type {((geometry: import('geojson').Geometry) => void) | null} what the map does when the feature is there */
    this._move = null;
  }

  /** Moves the map to the selected feature as soon as it is known: for links that name a feature and no place. */
  fitWhenLoaded() {
    this._move = (geometry) => this._parts.map.fitGeometry(geometry);
  }

  /** The same for links that name a place too: on a phone the card covers most of that place. */
  uncoverWhenLoaded() {
    this._move = (geometry) => this._parts.map.uncoverGeometry(geometry);
  }

  /** Selects what a search or a reference names, and goes there. @param {string} id */
  goTo(id) {
    const { map } = this._parts;
    this._choose(id, (geometry) => map.fitGeometry(geometry));
  }

  /** Selects what is already in view, moving the map only if a panel covers it. @param {string} id */
  choose(id) {
    const { map } = this._parts;
    this._choose(id, (geometry) => map.revealGeometry(geometry));
  }

  /** @param {string} id @param {(geometry: import('geojson').Geometry) => void} move */
  _choose(id, move) {
    const { store, catalogue, layersOn } = this._parts;
    this._opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this._parts.onOpen();
    this._wantsFocus = true;
    this._move = move;
    const layer = layerOf(id);
    const on = layersOn().map(({ name }) => name);
    const names = catalogue().layers.map(({ name }) => name);
    const layers = on.includes(layer) ? store.state.layers : names.filter((name) => name === layer || on.includes(name));
    if (store.state.feature === id) {
      this.draw();
    } else {
      store.update({ feature: id, layers });
    }
  }

  close() {
    this._parts.store.update({ feature: null });
    this._parts.onClose();
    // The list may have been drawn again meanwhile: then its row of the same feature stands for the old one.
    const row = document.querySelector(`[data-id="${CSS.escape(this._opener?.dataset.id ?? '')}"]`);
    const opener = [this._opener, row].find((node) => node instanceof HTMLElement && node.offsetParent) ?? byId('map');
    /** @type {HTMLElement} */ (opener).focus({ preventScroll: true });
    this._opener = null;
  }

  /** @param {{lat: number, lng: number}} point @param {boolean} byKeyboard */
  async ask(point, byKeyboard) {
    const { api, catalogue, i18n, layersOn, map, notices, store, styleOf } = this._parts;
    const layers = layersOn().map(({ name }) => name);
    if (layers.length === 0) {
      return;
    }
    const running = this._restart();
    const version = this._version();
    try {
      const time = version.asOf ?? catalogue().today;
      const drawn = { layers, styles: layersOn().map(styleOf), time, lang: i18n.lang };
      const answer = await api.featureInfo({ ...drawn, ...map.pixelAt(point) }, running.signal);
      this._here = topmostFirst(answer.features, layers);
      this._here.forEach((feature) => feature.geometry && this._loader.keep(feature.id, version, feature));
      if (this._here.length === 0) {
        notices.say(i18n.t('details.nothing'));
        store.update({ feature: null });
        return;
      }
      this._opener = byId('map');
      this._move = () => map.reveal(point);
      this._parts.onOpen();
      this._wantsFocus = byKeyboard;
      const id = this._here[0].id;
      if (store.state.feature === id) {
        this.draw();
      } else {
        store.update({ feature: id });
      }
    } catch (error) {
      if (!running.signal.aborted) {
        const action = { label: i18n.t('error.retry'), run: () => void this.ask(point, byKeyboard) };
        notices.show('ask', i18n.error(error), { action });
      }
    }
  }

  /** Shows what the state says, at its date and in its language. */
  async draw() {
    const { i18n, map, notices, store, catalogue } = this._parts;
    const { feature: id } = store.state;
    const running = this._restart();
    const layer = id && catalogue().layers.find(({ name }) => name === layerOf(id));
    if (!id || !layer) {
      this._clear();
      return;
    }
    // Quick answers come without a flash of "loading".
    const patience = setTimeout(() => this._feature?.id !== id && this._card.showLoading(), PATIENCE_MS);
    running.signal.addEventListener('abort', () => clearTimeout(patience));
    try {
      const version = this._version();
      const feature = await this._loader.load(id, version, running.signal);
      const ntm = feature && (await this._ntmOf(feature, version, running.signal));
      if (running.signal.aborted) {
        return;
      }
      this._feature = feature;
      map.highlight.show(feature?.geometry ?? null);
      if (feature) {
        this._card.show(feature, layer, { ntm, others: this._others(id, ntm?.feature.id) });
        notices.say(i18n.t('details.selected', { title: featureTitle(feature, layer, i18n) }));
        if (feature.geometry) {
          this._move?.(feature.geometry);
        }
      } else {
        this._card.showMessage(i18n.t('details.absent', { date: i18n.date(version.asOf ?? catalogue().today) }));
      }
      this._move = null;
      this._focus();
    } catch (error) {
      if (!running.signal.aborted) {
        this._card.showMessage(i18n.error(error), () => void this.draw());
      }
    } finally {
      clearTimeout(patience);
    }
  }

  _restart() {
    this._running.abort();
    this._running = new AbortController();
    return this._running;
  }

  _version() {
    return { asOf: this._parts.store.state.asOf, revision: this._parts.catalogue().revision };
  }

  _clear() {
    this._feature = null;
    this._here = [];
    this._card.hide();
    this._parts.map.highlight.show(null);
  }

  _focus() {
    if (this._wantsFocus) {
      this._wantsFocus = false;
      this._card.focus();
    }
  }

  /**
   * The recognition of a commune. Its status is derived from the commune and has the commune's number.
   *
   * @param {Feature} feature @param {{asOf: string | null, revision: number}} version @param {AbortSignal} signal
   * @returns {Promise<{feature: Feature, layer: Layer} | null>}
   */
  async _ntmOf({ id }, version, signal) {
    const layer = this._parts.catalogue().layers.find(({ name }) => name === NTM_LAYER);
    if (!layer || layerOf(id) !== COMMUNES) {
      return null;
    }
    const statusId = `${NTM_LAYER}.${id.slice(COMMUNES.length + 1)}`;
    const here = this._here.find((candidate) => candidate.id === statusId);
    const properties = layer.attributes.map(({ name }) => name);
    const feature = here ?? (await this._parts.api.feature(statusId, { ...version, properties }, signal));
    return feature && { feature, layer };
  }

  /** @param {string} id @param {string} [said] already on the card @returns what else is at the same place */
  _others(id, said) {
    const { catalogue, i18n } = this._parts;
    if (!this._here.some((feature) => feature.id === id)) {
      return [];
    }
    return this._here.filter((feature) => feature.id !== id && feature.id !== said).flatMap((feature) => {
      const layer = catalogue().layers.find(({ name }) => name === layerOf(feature.id));
      return layer ? [{ id: feature.id, title: featureTitle(feature, layer, i18n), layer: i18n.pick(layer.title) }] : [];
    });
  }

  _zoom() {
    if (this._feature?.geometry) {
      this._parts.map.fitGeometry(this._feature.geometry);
    }
  }

  async _copy() {
    const { i18n, notices } = this._parts;
    try {
      await navigator.clipboard.writeText(location.href);
      notices.show('copied', i18n.t('details.copied'));
    } catch {
      // The browser may forbid it; the address can still be copied by hand.
      notices.show('copied', i18n.t('details.notCopied'));
    }
  }
}

/** @param {string} id */
function layerOf(id) {
  return id.slice(0, id.lastIndexOf('.'));
}

/** @param {Feature[]} features @param {string[]} layers in drawing order @returns {Feature[]} */
function topmostFirst(features, layers) {
  const height = (/** @type {Feature} */ { id }) => layers.indexOf(layerOf(id));
  return features.filter((feature) => height(feature) >= 0).sort((a, b) => height(b) - height(a));
}
