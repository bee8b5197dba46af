// @ts-check
import { el } from '../dom/el.js';
import { findFolded } from './fold.js';

const DEBOUNCE_MS = 150;

/** @typedef {import('../api/types.js').SearchResult} SearchResult */

/** The search field: a combobox after the ARIA pattern. Accents, case and codes are the server's business. */
export class SearchBox {
  /**
   * @param {{input: HTMLInputElement, list: HTMLElement, clear: HTMLElement}} elements
   * @param {{i18n: import('../i18n/I18n.js').I18n,
   *   search: (q: string, signal: AbortSignal) => Promise<SearchResult[]>,
   *   layerTitle: (name: string) => string,
   *   onChosen: (result: SearchResult) => void,
   *   say: (text: string) => void}} options
   */
  constructor({ input, list, clear }, { i18n, search, layerTitle, onChosen, say }) {
    this._input = input;
    this._list = list;
    this._clear = clear;
    this._i18n = i18n;
    this._search = search;
    this._layerTitle = layerTitle;
    this._onChosen = onChosen;
    this._say = say;
    this._timer = 0;
    this._running = new AbortController();
    /** @type {SearchResult[]} */
    this._results = [];
    this._active = -1;
    /** Enter came before the answer: choose the first result when it is there. */
    this._eager = false;
    this._listen();
  }

  focus() {
    this._input.focus();
    this._input.select();
  }

  _listen() {
    this._input.addEventListener('input', () => this._later());
    this._input.addEventListener('focus', () => this._later());
    this._input.addEventListener('keydown', (event) => this._key(event));
    this._input.addEventListener('blur', () => this._close());
    this._clear.addEventListener('click', () => {
      this._input.value = '';
      this._close();
      this._input.focus();
    });
    // Keeps the focus in the field while a result is clicked, else blur would close the list first.
    this._list.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  _later() {
    clearTimeout(this._timer);
    this._clear.hidden = this._input.value === '';
    this._eager = false;
    this._timer = window.setTimeout(() => this._run(), DEBOUNCE_MS);
  }

  async _run() {
    clearTimeout(this._timer);
    const q = this._input.value.trim();
    this._running.abort();
    if (!q) {
      this._close();
      return;
    }
    const running = new AbortController();
    this._running = running;
    try {
      this._results = await this._search(q, running.signal);
      this._active = -1;
      this._draw(q);
    } catch (error) {
      if (!running.signal.aborted) {
        this._drawFailure(error);
      }
    }
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    if (event.isComposing) {
      // Vietnamese input methods use these keys while a letter is being made.
      return;
    }
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (steps && this._results.length > 0) {
      event.preventDefault();
      const count = this._results.length;
      this._activate(this._active < 0 && steps < 0 ? count - 1 : (this._active + steps + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this._enter();
    } else if (event.key === 'Escape') {
      if (this._list.hidden) {
        this._input.value = '';
        this._clear.hidden = true;
      }
      this._close();
    }
  }

  _enter() {
    const result = this._list.hidden ? undefined : this._results[Math.max(0, this._active)];
    if (result) {
      this._choose(result);
    } else {
      this._run();
      this._eager = true;
    }
  }

  /** @param {string} q */
  _draw(q) {
    if (this._eager && this._results.length > 0) {
      this._choose(this._results[0]);
      return;
    }
    if (this._results.length === 0) {
      this._message(this._i18n.t('search.none', { q }));
      return;
    }
    this._list.setAttribute('role', 'listbox');
    this._list.replaceChildren(...this._results.map((result, index) => this._option(result, index, q)));
    this._open();
    this._say(this._i18n.t('search.found', { n: this._results.length }));
  }

  /** @param {SearchResult} result @param {number} index @param {string} q */
  _option(result, index, q) {
    const kind = this._layerTitle(result.layer);
    return el('div', {
      role: 'option', id: `search-option-${index}`, class: 'search-option', 'aria-selected': 'false',
      'data-testid': 'search-option', onclick: () => this._choose(result),
    },
    el('span', { class: 'search-title' }, ...marked(result.title, q)),
    el('span', { class: 'search-subtitle' }, ...marked(result.subtitle ?? '', q)),
    result.subtitle?.startsWith(kind) ? null : el('span', { class: 'search-kind' }, kind));
  }

  /** @param {unknown} error */
  _drawFailure(error) {
    this._results = [];
    const text = this._i18n.error(error);
    this._message(text, el('button', { type: 'button', class: 'link-button', onclick: () => this._run() },
      this._i18n.t('error.retry')));
  }

  /** @param {string} text @param {...Node} more */
  _message(text, ...more) {
    // A message is no choice, so for the moment the list is no listbox.
    this._list.removeAttribute('role');
    this._list.replaceChildren(el('p', { class: 'search-message' }, text, ' ', ...more));
    this._open();
    this._say(text);
  }

  /** @param {number} index */
  _activate(index) {
    this._active = index;
    [...this._list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === index));
      if (i === index) {
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    this._input.setAttribute('aria-activedescendant', `search-option-${index}`);
  }

  /** @param {SearchResult} result */
  _choose(result) {
    this._input.value = result.title;
    this._clear.hidden = false;
    this._close();
    this._onChosen(result);
  }

  _open() {
    this._list.hidden = false;
    this._input.setAttribute('aria-expanded', 'true');
    this._input.removeAttribute('aria-activedescendant');
  }

  _close() {
    clearTimeout(this._timer);
    this._running.abort();
    this._list.hidden = true;
    this._input.setAttribute('aria-expanded', 'false');
    this._input.removeAttribute('aria-activedescendant');
  }
}

/** @param {string} text @param {string} query @returns {(string | Node)[]} the found part marked */
function marked(text, query) {
  const found = findFolded(text, query);
  if (!found) {
    return [text];
  }
  const [start, end] = found;
  return [text.slice(0, start), el('mark', {}, text.slice(start, end)), text.slice(end)];
}
