// @ts-check

/** @typedef {{name: string, since: string, fids: number[]}} Other somebody who edits, and which features of those that were asked about */
/** @typedef {{layer: string, fids: number[], near: number[]}} Work fids: edited here; near: their neighbours */

/** The server forgets who is silent for a minute. */
const EVERY_MS = 10_000;
const SOON_MS = 400;

/** Tells the server what is edited here while that is so, and hears who else edits the same or beside it. */
export class Presence {
  /**
   * @param {import('../api/ProposalsApi.js').ProposalsApi} api
   * @param {{work: () => Work, onOthers: (others: Other[]) => void}} options
   */
  constructor(api, { work, onOthers }) {
    this._api = api;
    this._work = work;
    this._onOthers = onOthers;
    /** Windows of one person are told apart by it. */
    this._editor = Math.random().toString(36).slice(2, 14);
    this._timer = 0;
    this._said = '';
    this._isStopped = false;
  }

  /** Something may have changed: asks shortly, if what is edited is another than before. */
  soon() {
    if (!this._isStopped && JSON.stringify(this._work()) !== this._said) {
      clearTimeout(this._timer);
      this._timer = window.setTimeout(() => void this._tell(), SOON_MS);
    }
  }

  /** The others are not to wait until this one is forgotten. */
  leave() {
    clearTimeout(this._timer);
    if (this._said && !this._isStopped) {
      const { layer } = this._work();
      this._said = '';
      this._api.tellPresence({ layer, fids: [], near: [] }, this._editor, true).catch(() => {
        // It is forgotten after a minute.
      });
    }
  }

  stop() {
    this.leave();
    this._isStopped = true;
  }

  async _tell() {
    const work = this._work();
    const isIdle = work.fids.length === 0;
    if (isIdle && !this._said) {
      return;
    }
    this._said = isIdle ? '' : JSON.stringify(work);
    try {
      const others = await this._api.tellPresence(work, this._editor);
      // What was asked about may no longer be what is edited.
      if (!this._isStopped && JSON.stringify(this._work()) === JSON.stringify(work)) {
        this._onOthers(isIdle ? [] : others);
      }
    } catch {
      // Whoever works at the same is told when saving.
    }
    if (!isIdle && !this._isStopped) {
      clearTimeout(this._timer);
      this._timer = window.setTimeout(() => void this._tell(), EVERY_MS);
    }
  }
}
