// @ts-check
import { el } from '../dom/el.js';
import { FindForm } from './FindForm.js';
import { FindMap } from './FindMap.js';
import { Results } from './Results.js';

/** @typedef {import('./address.js').Wanted} Wanted */
/** @typedef {import('../api/types.js').Bounds} Bounds */

const FIRST_LAYER = 'material_zones';

/**
 * @typedef {object} Shared what the page gives it
 * @property {import('./HistoryApi.js').HistoryApi} api
 * @property {import('../api/Api.js').Api} viewerApi
 * @property {import('./i18n/HistoryI18n.js').HistoryI18n} i18n
 * @property {import('../notices/Notices.js').Notices} notices
 * @property {(changed: Partial<Wanted>) => void} want goes somewhere else
 * @property {(error: unknown) => void} failed
 */

/** The search: its form, what it found, and the map beside it. */
export class FindPane {
  /** @param {Shared} shared @param {import('../api/types.js').Catalogue} catalogue @param {Wanted} wanted */
  constructor(shared, catalogue, wanted) {
    const { i18n, viewerApi, want } = shared;
    this._shared = shared;
    this._catalogue = catalogue;
    this._wanted = wanted;
    /** Names of people seen so far. @type {Set<string>} */
    this._people = new Set();
    this._form = new FindForm(i18n, viewerApi, {
      onWant: want, onDraw: () => this._draw(), onView: () => want({ bbox: this._map.view() }), onCentre: () => this._pick(this._map.centre()),
    });
    this._results = new Results(i18n, { onFeature: (feature) => want({ feature }), onPerson: (who) => want({ find: 'person', who, feature: null }) });
    this._map = new FindMap(i18n, catalogue);
    /** Rises with every search: an answer to one before the last is not shown. */
    this._turn = 0;
    /** What the results are of, so that a timeline that is closed again finds them there. */
    this._searched = '';
    /** @type {HTMLElement[]} */
    this.nodes = [this._form.root, this._results.root];
  }

  /** The map is made anew: what it says is in the language that it was made in. */
  useLanguage() {
    this._map = new FindMap(this._shared.i18n, this._catalogue);
  }

  /** @param {string | null | undefined} who */
  remember(who) {
    if (who) {
      this._people.add(who);
    }
  }

  /**
   * @param {Wanted} wanted @param {HTMLElement | null} beside where the map goes; null: something else is there
   */
  async show(wanted, beside) {
    this._wanted = wanted;
    this._form.show({ ...wanted, layer: this._layer }, this._catalogue, [...this._people]);
    if (beside) {
      this._showMap(beside);
    }
    await this._search(beside !== null);
  }

  get _layer() {
    const { layers } = this._catalogue;
    return (layers.find(({ name }) => name === this._wanted.layer) ?? layers.find(({ name }) => name === FIRST_LAYER) ?? layers[0]).name;
  }

  get _asOf() {
    return this._wanted.asOf ?? this._catalogue.today;
  }

  get _moment() {
    return this._wanted.moment ?? new Date().toISOString();
  }

  /** @param {HTMLElement} beside */
  _showMap(beside) {
    const { i18n, api } = this._shared;
    const isPast = this._wanted.find === 'past';
    const moment = this._moment;
    const label = isPast ? i18n.t('map.past', { moment: i18n.instant(moment), date: i18n.date(this._asOf) }) : i18n.t('map.find');
    beside.replaceChildren(el('section', { class: 'block', 'data-testid': 'map-block' },
      el('p', { class: 'quiet', 'data-testid': 'map-caption', hidden: !isPast }, label), this._map.root));
    this._map.open(label);
    this._map.onPick(isPast ? (box) => this._pick(box) : () => {});
    this._map.show(isPast
      ? { url: api.tilesAt(moment), asOf: this._asOf, layer: this._layer }
      : { url: '/tiles', asOf: this._catalogue.today, layer: this._layer });
  }

  /** @param {boolean} isShown whether the map is beside the results */
  async _search(isShown) {
    const { find, bbox, who, text } = this._wanted;
    const { api, i18n } = this._shared;
    const layer = this._layer;
    const key = JSON.stringify([find, layer, bbox, who, text, i18n.lang]);
    if (key === this._searched && !isShown) {
      return;
    }
    this._searched = key;
    this._turn += 1;
    const turn = this._turn;
    if (find === 'past' || find === 'person' && !who) {
      this._results.clear();
      this._map.mark(null, [], false);
      if (find === 'past') {
        this._map.goTo(bbox);
      }
    } else if (find === 'deleted') {
      const deleted = await api.deleted(layer, text, bbox);
      if (turn === this._turn) {
        this._showDeleted(deleted, isShown);
      }
    } else {
      const { changesets } = find === 'person' ? await api.ofPerson(who) : await api.ofArea(layer, bbox);
      if (turn === this._turn) {
        this._showChangesets(changesets, isShown);
      }
    }
  }

  /** @param {{isWhole: boolean, features: import('./HistoryApi.js').Gone[]}} deleted @param {boolean} isShown */
  _showDeleted(deleted, isShown) {
    deleted.features.forEach((gone) => this.remember(gone.who));
    this._results.nameLayers({});
    this._results.showDeleted(deleted);
    const shapes = deleted.features.map(({ geometry, feature }) => ({ geometry, run: () => this._shared.want({ feature }) }));
    this._map.mark(this._wanted.bbox, shapes, isShown);
  }

  /** @param {import('./HistoryApi.js').ListedChangeset[]} changesets @param {boolean} isShown */
  _showChangesets(changesets, isShown) {
    const isPerson = this._wanted.find === 'person';
    changesets.forEach((changeset) => this.remember(changeset.who));
    this._results.nameLayers(isPerson
      ? Object.fromEntries(this._catalogue.layers.map(({ name, title }) => [name, this._shared.i18n.pick(title)])) : {});
    this._results.showChangesets(changesets, isPerson);
    this._map.mark(isPerson ? null : this._wanted.bbox, [], isShown);
  }

  /** What there was at a place. @param {Bounds | null} box */
  async _pick(box) {
    const { api, i18n, notices, want, failed } = this._shared;
    const layer = this._layer;
    if (!box) {
      return;
    }
    try {
      const { features } = await api.featuresAt(layer, this._moment, this._asOf, box);
      if (features.length === 1) {
        want({ feature: `${layer}.${features[0].id}` });
      } else if (features.length === 0) {
        this._results.say(i18n.t('find.notThere'));
        notices.say(i18n.t('find.notThere'));
      } else {
        this._results.showPlace(features.map(({ id, title }) => ({ feature: `${layer}.${id}`, name: title })));
      }
    } catch (error) {
      failed(error);
    }
  }

  _draw() {
    const { i18n, notices, want } = this._shared;
    if (this._wanted.feature) {
      want({ feature: null });
    }
    notices.show('drawing', i18n.t('find.drawing'), { lasting: true });
    this._map.draw((bbox) => {
      notices.hide('drawing');
      if (bbox) {
        want({ bbox });
      }
    });
  }
}
