// @ts-check

const POLL_MS = 1000;
const SLOWEST_POLL_MS = 15000;

/**
 * Watches the revision of the data while the page is looked at, and says when the server cannot be reached.
 * A new day counts as news too: a unit may begin or end at midnight without any edit.
 */
export class Freshness {
  /**
   * @param {() => Promise<number>} readRevision
   * @param {{onNews: () => void, onLost: () => void, onBack: () => void}} listeners
   */
  constructor(readRevision, listeners) {
    this._readRevision = readRevision;
    this._listeners = listeners;
    this._revision = 0;
    this._day = new Date().toDateString();
    this._lost = false;
    this._delayMs = POLL_MS;
    this._timer = 0;
  }

  /** @param {number} revision the one on the screen */
  start(revision) {
    this._revision = revision;
    document.addEventListener('visibilitychange', () => this._pollNow());
    window.addEventListener('online', () => this._pollNow());
    this._schedule();
  }

  _pollNow() {
    clearTimeout(this._timer);
    if (!document.hidden) {
      this._poll();
    }
  }

  _schedule() {
    clearTimeout(this._timer);
    this._timer = window.setTimeout(() => this._poll(), this._delayMs);
  }

  async _poll() {
    if (document.hidden) {
      return;
    }
    try {
      const revision = await this._readRevision();
      this._delayMs = POLL_MS;
      if (this._lost) {
        this._lost = false;
        this._listeners.onBack();
      }
      const day = new Date().toDateString();
      // Not only "greater": a restored backup may have a smaller revision.
      if (revision !== this._revision || day !== this._day) {
        this._revision = revision;
        this._day = day;
        this._listeners.onNews();
      }
    } catch {
      this._delayMs = Math.min(this._delayMs * 2, SLOWEST_POLL_MS);
      if (!this._lost) {
        this._lost = true;
        this._listeners.onLost();
      }
    }
    this._schedule();
  }
}
