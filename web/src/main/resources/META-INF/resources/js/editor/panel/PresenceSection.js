// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';

/** @typedef {import('../presence/Presence.js').Other} Other */

/** Who else edits the same features, or neighbours of them, at this moment. */
export class PresenceSection {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    /** @type {Other[]} */
    this.others = [];
    this._heading = el('h3', { id: 'editor-presence' });
    this._list = el('ul', { 'data-testid': 'presence' });
    this._advice = el('p', { class: 'quiet' });
    this.root = el('section', { class: 'editor-section editor-presence', 'aria-labelledby': 'editor-presence', hidden: true }, this._heading, this._list, this._advice);
  }

  useLanguage() {
    const { i18n } = this._bench;
    this._heading.textContent = i18n.t('presence.heading');
    this._advice.textContent = i18n.t('presence.advice');
    this._draw();
  }

  /** @param {Other[]} others */
  show(others) {
    const { notices, i18n } = { ...this._bench.parts, i18n: this._bench.i18n };
    const keyOf = (/** @type {Other} */ { name, since, fids }) => `${name} ${since} ${fids}`;
    const known = new Set(this.others.map(keyOf));
    const came = others.filter((other) => !known.has(keyOf(other)));
    const gone = this.others.filter(({ name }) => !others.some((other) => other.name === name));
    this.others = others;
    this._draw();
    if (came.length > 0) {
      notices.show('presence', came.map((other) => this._text(other)).join(' '));
    } else if (gone.length > 0) {
      notices.say(gone.map(({ name }) => i18n.t('presence.left', { who: this._who(name) })).join(' '));
    }
  }

  _draw() {
    this.root.hidden = this.others.length === 0;
    this._list.replaceChildren(...this.others.map((other) => el('li', { 'data-testid': 'present' }, icon('people'), el('span', {}, this._text(other)))));
  }

  /** @param {Other} other */
  _text({ name, since, fids }) {
    const { i18n, workspace } = this._bench;
    const { coverage, selected } = workspace;
    const own = (/** @type {number} */ fid) => coverage.changes.has(this._idOf(fid)) || selected === this._idOf(fid);
    const same = fids.filter(own);
    const what = (same.length > 0 ? same : fids).map((fid) => this._titleOf(fid)).join(', ');
    return i18n.t(same.length > 0 ? 'presence.same' : 'presence.near', { who: this._who(name), what, since: i18n.time(since) });
  }

  /** @param {number} fid */
  _idOf(fid) {
    return `${this._bench.workspace.layer}.${fid}`;
  }

  /** @param {number} fid */
  _titleOf(fid) {
    const { coverage } = this._bench.workspace;
    const shape = coverage.get(this._idOf(fid)) ?? coverage.loaded.get(this._idOf(fid));
    return shape ? this._bench.words.titleOf(shape) : `#${fid}`;
  }

  /** @param {string} name */
  _who(name) {
    return name === this._bench.session.name ? this._bench.i18n.t('presence.self') : name;
  }
}
