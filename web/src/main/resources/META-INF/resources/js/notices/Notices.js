// @ts-check
import { el } from '../dom/el.js';

const TOAST_MS = 5000;

/** Short messages: one toast at a time for the eye, and a polite live region for the ear. */
export class Notices {
  /** @param {HTMLElement} toast @param {HTMLElement} status */
  constructor(toast, status) {
    this._toast = toast;
    this._status = status;
    this._timer = 0;
    this._key = '';
  }

  /** Said by screen readers, not shown. @param {string} text */
  say(text) {
    this._status.textContent = text;
  }

  /**
   * @param {string} key a second message of the same key replaces the first
   * @param {string} text
   * @param {{action?: {label: string, run: () => void}, lasting?: boolean}} [options] one with an action stays
   */
  show(key, text, { action, lasting = false } = {}) {
    clearTimeout(this._timer);
    this._key = key;
    const button = action && el('button', {
      type: 'button',
      class: 'toast-action',
      onclick: () => {
        this.hide(key);
        action.run();
      },
    }, action.label);
    this._toast.replaceChildren(el('span', {}, text), ...(button ? [button] : []));
    this._toast.hidden = false;
    this.say(text);
    if (!action && !lasting) {
      this._timer = window.setTimeout(() => this.hide(key), TOAST_MS);
    }
  }

  /** @param {string} key hides the toast if it is this one */
  hide(key) {
    if (this._key === key) {
      this._toast.hidden = true;
      this._key = '';
    }
  }
}
