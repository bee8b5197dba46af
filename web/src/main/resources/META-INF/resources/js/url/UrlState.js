// @ts-check
import { formatHash, parseHash } from './hashState.js';

/** Browsers refuse an address that changes too often, as it does while a map is dragged about. */
const QUIET_MS = 300;

/** Keeps the address and the state the same: what is seen can be sent to somebody as a link. */
export class UrlState {
  /** @param {import('../state/Store.js').Store} store */
  constructor(store) {
    this._store = store;
    /** @type {string | null} */
    this._pending = null;
    this._timer = 0;
  }

  /** Reads the address into the state; from then on each follows the other. */
  start() {
    this._store.update(parseHash(location.hash), 'none');
    // Moving the map only replaces the entry: the back button is for decisions, not for every drag.
    this._store.subscribe((state, _changed, history) => this._write(formatHash(state), history));
    window.addEventListener('hashchange', () => this._read());
  }

  _read() {
    this._cancel();
    const state = parseHash(location.hash);
    this._store.update({ ...state, map: state.map ?? this._store.state.map }, 'none');
  }

  /** @param {string} hash @param {import('../state/Store.js').History} history */
  _write(hash, history) {
    if (history === 'push') {
      this._flush();
      if (hash !== location.hash) {
        window.history.pushState(null, '', hash);
      }
    } else if (history === 'replace') {
      this._cancel();
      this._pending = hash;
      this._timer = window.setTimeout(() => this._flush(), QUIET_MS);
    }
  }

  /** The step that is left keeps the place where the map last was. */
  _flush() {
    if (this._pending !== null && this._pending !== location.hash) {
      window.history.replaceState(null, '', this._pending);
    }
    this._cancel();
  }

  _cancel() {
    clearTimeout(this._timer);
    this._pending = null;
  }
}
