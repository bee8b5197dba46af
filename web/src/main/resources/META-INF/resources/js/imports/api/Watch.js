// @ts-check
import { Problem } from '../../api/Problem.js';

/** @typedef {import('../types.js').Import} Import */

/** @type {ReadonlySet<import('../types.js').State>} */
const BUSY = new Set(['QUEUED', 'READING', 'PUBLISHING']);
const FIRST_RETRY_MS = 1000;
const SLOWEST_RETRY_MS = 15_000;
/** A server that does not wait must not be asked without end. */
const LEAST_PAUSE_MS = 150;

/** @param {Import} one @returns {boolean} something runs or waits */
export function isBusy(one) {
  return BUSY.has(one.state);
}

/** Follows an import for as long as something runs, also across a lost connection. */
export class Watch {
  /**
   * @param {import('./ImportsApi.js').ImportsApi} api
   * @param {{onChange: (one: Import) => void, onLost: () => void, onBack: () => void, onGone: (problem: Problem) => void}} listeners
   */
  constructor(api, listeners) {
    this._api = api;
    this._listeners = listeners;
    /** @type {AbortController | null} */
    this._running = null;
  }

  /** @param {Import} one as it is known; what was followed before is forgotten */
  follow(one) {
    this.stop();
    if (isBusy(one)) {
      const running = new AbortController();
      this._running = running;
      this._follow(one, running.signal);
    }
  }

  stop() {
    this._running?.abort();
    this._running = null;
  }

  /** @param {Import} one @param {AbortSignal} signal */
  async _follow(one, signal) {
    let known = one;
    let pauseMs = LEAST_PAUSE_MS;
    let lost = false;
    while (isBusy(known) && !signal.aborted) {
      try {
        const news = await this._api.wait(known.id, known.version, signal);
        if (lost) {
          lost = false;
          this._listeners.onBack();
        }
        pauseMs = LEAST_PAUSE_MS;
        if (!signal.aborted && news.version !== known.version) {
          known = news;
          this._listeners.onChange(news);
        }
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        if (!(error instanceof Problem) || !error.isLost && error.status < 500) {
          this._listeners.onGone(error instanceof Problem ? error : new Problem(500, '', null));
          return;
        }
        if (!lost) {
          lost = true;
          this._listeners.onLost();
        }
        pauseMs = Math.min(Math.max(pauseMs * 2, FIRST_RETRY_MS), SLOWEST_RETRY_MS);
      }
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
  }
}
