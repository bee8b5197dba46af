// @ts-check
import { formatHash, parseHash } from './hashState.js';

/** Keeps the address and the state the same: what is seen can be sent to somebody as a link. */
export class UrlState {
  /** @param {import('../state/Store.js').Store} store */
  constructor(store) {
    this._store = store;
  }

  /** Reads the address into the state; from then on each follows the other. */
  start() {
    this._store.update(parseHash(location.hash), 'none');
    // Moving the map only replaces the entry: the back button is for decisions, not for every drag.
    this._store.subscribe((state, _changed, history) => this._write(formatHash(state), history));
    window.addEventListener('hashchange', () => this._read());
  }

  _read() {
    const state = parseHash(location.hash);
    this._store.update({ ...state, map: state.map ?? this._store.state.map }, 'none');
  }

  /** @param {string} hash @param {import('../state/Store.js').History} history */
  _write(hash, history) {
    if (history === 'none' || hash === location.hash) {
      return;
    }
    if (history === 'push') {
      window.history.pushState(null, '', hash);
    } else {
      window.history.replaceState(null, '', hash);
    }
  }
}
