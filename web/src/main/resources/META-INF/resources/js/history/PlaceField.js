// @ts-check
import { el } from '../dom/el.js';

const PAUSE_MS = 250;
const MOST = 8;

/** A field that finds a place by its name, in any spelling; the places are buttons below it. */
export class PlaceField {
  /**
   * @param {import('./i18n/HistoryI18n.js').HistoryI18n} i18n @param {import('../api/Api.js').Api} api of the map
   * @param {(place: import('../api/types.js').SearchResult) => void} onChoose
   */
  constructor(i18n, api, onChoose) {
    this._i18n = i18n;
    this._api = api;
    this._onChoose = onChoose;
    this._input = el('input', { type: 'text', id: 'find-place', autocomplete: 'off', placeholder: i18n.t('find.placeHint'), 'data-testid': 'find-place', oninput: () => this._typed() });
    this._places = el('ul', { class: 'places', 'data-testid': 'places' });
    this.root = el('div', { class: 'field' }, el('label', { for: 'find-place' }, i18n.t('find.place')), this._input, this._places);
    this._timer = 0;
    this._asked = new AbortController();
  }

  _typed() {
    clearTimeout(this._timer);
    this._asked.abort();
    this._timer = window.setTimeout(() => this._search(), PAUSE_MS);
  }

  async _search() {
    const q = this._input.value.trim();
    this._asked = new AbortController();
    const { signal } = this._asked;
    try {
      const found = q ? await this._api.search({ q, asOf: null, lang: this._i18n.lang, limit: MOST }, signal) : [];
      this._places.replaceChildren(...found.map((place) => el('li', {}, el('button', {
        type: 'button', class: 'row-button', 'data-testid': 'place', onclick: () => {
          this._places.replaceChildren();
          this._input.value = place.title;
          this._onChoose(place);
        },
      }, place.title, ' ', el('span', { class: 'quiet' }, place.subtitle ?? '')))));
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  }
}
