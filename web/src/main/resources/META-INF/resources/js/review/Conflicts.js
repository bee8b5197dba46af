// @ts-check
import { el } from '../dom/el.js';

/** What others published meanwhile, and whose is to hold where both changed the same. */
export class Conflicts {
  /**
   * @param {import('./i18n/ReviewI18n.js').ReviewI18n} i18n
   * @param {any[]} conflicts as the server tells them @param {(choices: Record<string, Record<string, string>>) => void} onMerge
   */
  constructor(i18n, conflicts, onMerge) {
    this._i18n = i18n;
    this._choices = /** @type {Record<string, Record<string, string>>} */ ({});
    this._open = conflicts.reduce((sum, { open }) => sum + open.length, 0);
    this._merge = el('button', {
      type: 'button', class: 'button primary', 'data-testid': 'conflicts.merge', disabled: this._open > 0, onclick: () => onMerge(this._choices),
    }, i18n.t('conflicts.merge'));
    /** @type {Node[]} */
    this.nodes = [
      el('ul', {}, ...conflicts.map((conflict) => el('li', {},
        i18n.pick(conflict.text), ...conflict.open.map((field) => this._question(conflict, field))))),
      el('p', {}, i18n.t(this._open > 0 ? 'conflicts.choose' : 'conflicts.automatic')),
      el('div', { class: 'actions' }, this._merge)];
  }

  /** @param {any} conflict @param {string} field `geom`: the border; `*`: the whole feature, which others deleted */
  _question({ feature, changedBy }, field) {
    const i18n = this._i18n;
    const name = `${feature} ${field}`;
    const what = field === 'geom' ? i18n.t('conflicts.border') : field === '*' ? i18n.t('conflicts.feature') : field;
    const option = (/** @type {string} */ whose, /** @type {string} */ text) => el('label', { class: 'choice' },
      el('input', { type: 'radio', name, value: whose, onchange: () => this._choose(feature, field, whose) }), ' ', text);
    return el('fieldset', { class: 'choices', 'data-testid': 'conflict' },
      el('legend', {}, what),
      option('mine', i18n.t('conflicts.mine')),
      option('theirs', i18n.t('conflicts.theirs', { who: changedBy ?? '' })));
  }

  /** @param {string} feature @param {string} field @param {string} whose */
  _choose(feature, field, whose) {
    (this._choices[feature] ??= {})[field] = whose;
    const chosen = Object.values(this._choices).reduce((sum, fields) => sum + Object.keys(fields).length, 0);
    this._merge.toggleAttribute('disabled', chosen < this._open);
  }
}
