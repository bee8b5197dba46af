// @ts-check
import { el } from '../dom/el.js';
import { FINDS } from './address.js';
import { PlaceField } from './PlaceField.js';
import { fromLocalInput, toLocalInput } from './vietnamTime.js';

/** @typedef {import('./address.js').Wanted} Wanted */

/**
 * @typedef {object} Listeners
 * @property {(changed: Partial<Wanted>) => void} onWant
 * @property {() => void} onDraw lets a box be drawn on the map
 * @property {() => void} onView takes what the map shows for a box
 * @property {() => void} onCentre asks what is at the middle of the map
 */

/** What is searched for: in an area, by a person, among what is deleted, or on the map of a moment. */
export class FindForm {
  /** @param {import('./i18n/HistoryI18n.js').HistoryI18n} i18n @param {import('../api/Api.js').Api} viewerApi @param {Listeners} listeners */
  constructor(i18n, viewerApi, listeners) {
    this._i18n = i18n;
    this._viewerApi = viewerApi;
    this._listeners = listeners;
    this.root = el('div', { class: 'find-form' });
  }

  /**
   * @param {Wanted} wanted @param {import('../api/types.js').Catalogue} catalogue @param {string[]} people names seen so far
   */
  show(wanted, catalogue, people) {
    const i18n = this._i18n;
    const active = document.activeElement instanceof HTMLElement && this.root.contains(document.activeElement) ? document.activeElement.id : '';
    this.root.replaceChildren(
      el('div', { class: 'finds', role: 'group', 'aria-label': i18n.t('find.label') }, ...FINDS.map((find) => el('button', {
        type: 'button', id: `find-${find}`, 'data-testid': `find.${find}`, 'aria-pressed': String(find === wanted.find),
        onclick: () => this._listeners.onWant({ find, feature: null }),
      }, i18n.t(`find.${find}`)))),
      ...this._fields(wanted, catalogue, people));
    if (active) {
      document.getElementById(active)?.focus();
    }
  }

  /** @param {Wanted} wanted @param {import('../api/types.js').Catalogue} catalogue @param {string[]} people */
  _fields(wanted, catalogue, people) {
    switch (wanted.find) {
      case 'person':
        return [this._person(wanted, people)];
      case 'deleted':
        return [this._layer(wanted, catalogue), this._text(wanted), ...this._area(wanted)];
      case 'past':
        return [this._layer(wanted, catalogue), this._moment(wanted), this._day(wanted, catalogue),
          el('div', { class: 'actions' }, this._button('find.centre', () => this._listeners.onCentre())),
          el('p', { class: 'quiet' }, this._i18n.t('find.pastHint'))];
      default:
        return [this._layer(wanted, catalogue), ...this._area(wanted)];
    }
  }

  /** @param {string} key @param {() => void} run */
  _button(key, run) {
    return el('button', { type: 'button', class: 'button', id: key.replace('.', '-'), 'data-testid': key, onclick: run }, this._i18n.t(key));
  }

  /** @param {string} id @param {string} key @param {HTMLElement} input */
  _field(id, key, input) {
    input.id = id;
    input.dataset.testid = id;
    return el('div', { class: 'field' }, el('label', { for: id }, this._i18n.t(key)), input);
  }

  /** @param {Wanted} wanted @param {import('../api/types.js').Catalogue} catalogue */
  _layer(wanted, catalogue) {
    const select = el('select', { onchange: () => this._listeners.onWant({ layer: select.value, feature: null }) },
      ...catalogue.layers.map(({ name, title }) => el('option', { value: name, selected: name === wanted.layer }, this._i18n.pick(title))));
    return this._field('find-layer', 'find.layer', select);
  }

  /** @param {Wanted} wanted @returns {HTMLElement[]} */
  _area({ bbox }) {
    const i18n = this._i18n;
    const place = new PlaceField(i18n, this._viewerApi, ({ bbox: box }) => this._listeners.onWant({ bbox: box, feature: null }));
    const degrees = (/** @type {number} */ value) => i18n.number(Math.round(value * 1000) / 1000);
    return [
      place.root,
      el('div', { class: 'actions' },
        this._button('find.draw', () => this._listeners.onDraw()),
        this._button('find.view', () => this._listeners.onView()),
        bbox ? this._button('find.anywhere', () => this._listeners.onWant({ bbox: null, feature: null })) : null),
      el('p', { class: 'quiet', 'data-testid': 'find-where' }, bbox
        ? i18n.t('find.within', { west: degrees(bbox[0]), south: degrees(bbox[1]), east: degrees(bbox[2]), north: degrees(bbox[3]) })
        : i18n.t('find.everywhere'))];
  }

  /** @param {Wanted} wanted @param {string[]} people */
  _person({ who }, people) {
    const input = el('input', { type: 'text', value: who, list: 'people', autocomplete: 'off', required: true });
    return el('form', {
      class: 'find-form', onsubmit: (event) => {
        event.preventDefault();
        this._listeners.onWant({ who: input.value.trim(), feature: null });
      },
    },
    this._field('find-who', 'find.who', input),
    el('datalist', { id: 'people' }, ...people.map((name) => el('option', { value: name }))),
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'button primary', id: 'find-show', 'data-testid': 'find.show' }, this._i18n.t('find.show'))));
  }

  /** @param {Wanted} wanted */
  _text({ text }) {
    const input = el('input', { type: 'text', value: text, autocomplete: 'off', onchange: () => this._listeners.onWant({ text: input.value.trim(), feature: null }) });
    return this._field('find-text', 'find.text', input);
  }

  /** @param {Wanted} wanted */
  _moment({ moment }) {
    const input = el('input', {
      type: 'datetime-local', value: toLocalInput(moment ?? new Date().toISOString()),
      onchange: () => {
        const chosen = fromLocalInput(input.value);
        if (chosen) {
          this._listeners.onWant({ moment: chosen, feature: null });
        }
      },
    });
    return this._field('find-moment', 'find.moment', input);
  }

  /** @param {Wanted} wanted @param {import('../api/types.js').Catalogue} catalogue */
  _day({ asOf }, catalogue) {
    const input = el('input', {
      type: 'date', value: asOf ?? catalogue.today, onchange: () => {
        if (input.value) {
          this._listeners.onWant({ asOf: input.value, feature: null });
        }
      },
    });
    return this._field('find-as-of', 'find.asOf', input);
  }
}
