// @ts-check
import { el } from '../../dom/el.js';
import { button } from '../dom/message.js';
import { changeFacts, changeName } from './describe.js';
import { kindSign } from './kinds.js';

/** @typedef {import('../types.js').Change} Change */

const PAGE = 10;

/** Feature by feature, what would change; an entry leads to the map. */
export class ChangeList {
  /**
   * @param {import('../i18n/ImportsI18n.js').ImportsI18n} i18n @param {(attribute: string) => string} titleOf
   * @param {(changes: Change[], from: HTMLElement) => void} onGo
   */
  constructor(i18n, titleOf, onGo) {
    this._i18n = i18n;
    this._titleOf = titleOf;
    this._onGo = onGo;
    this.root = el('div', { class: 'changes-list' });
  }

  /** @param {readonly Change[]} changes @param {import('../types.js').Kind | null} filter */
  draw(changes, filter) {
    const t = this._i18n;
    const features = [...bySubject(changes).values()];
    const list = el('ul', { class: 'entries', 'data-testid': 'changes' });
    const more = button('', () => this._add(list, features, more), { key: 'more-changes' });
    this._add(list, features, more);
    this.root.replaceChildren(
      el('h3', {}, filter ? t.t('changes.listOf', { kind: t.t(`kind.${filter}`) }) : t.t('changes.list')),
      features.length === 0 ? el('p', { class: 'quiet' }, t.t(filter === 'UNCHANGED' ? 'changes.unchanged' : 'changes.none')) : list,
      more);
  }

  /** @param {HTMLElement} list @param {Change[][]} features @param {HTMLButtonElement} more */
  _add(list, features, more) {
    const from = list.childElementCount;
    const added = features.slice(from, from + PAGE).map((sides) => this._entry(sides));
    list.append(...added);
    const left = features.length - list.childElementCount;
    more.hidden = left <= 0;
    more.textContent = this._i18n.t('more', { n: this._i18n.number(left) });
    if (from > 0) {
      added[0]?.querySelector('button')?.focus();
    }
  }

  /** @param {Change[]} sides */
  _entry(sides) {
    const { properties } = sides[sides.length - 1];
    const facts = changeFacts(properties, this._i18n, this._titleOf).join(' · ');
    const kind = /** @type {import('../types.js').Kind} */ (properties.kind);
    const text = [
      kindSign(kind),
      el('span', { class: 'entry-text' },
        el('span', { class: 'strong' }, changeName(properties, this._i18n)),
        el('span', { class: 'quiet' }, ` ${this._i18n.t(`kind.${kind}`)}${facts ? ` · ${facts}` : ''}`)),
    ];
    const isPlaced = sides.some(({ geometry }) => geometry !== null);
    const entry = el('button', { type: 'button', class: 'entry', onclick: () => this._onGo(sides, entry) }, ...text);
    return el('li', {}, isPlaced ? entry : el('div', { class: 'entry' }, ...text));
  }
}

/** @param {readonly Change[]} changes @returns {Map<string, Change[]>} before and after of one feature together */
function bySubject(changes) {
  /** @type {Map<string, Change[]>} */
  const found = new Map();
  changes.forEach((change, index) => {
    const { kind, fid, row, key } = change.properties;
    const subject = fid !== undefined ? `${kind} ${fid}` : row !== undefined ? `${kind} row ${row}` : `${kind} ${key || index}`;
    found.set(subject, [...(found.get(subject) ?? []), change]);
  });
  return found;
}
