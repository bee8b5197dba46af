// @ts-check
import { el } from '../../dom/el.js';

/** A question that must be answered before anything happens. The browser keeps the keyboard within it. */
export class ConfirmDialog {
  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this._dialog = dialog;
  }

  /**
   * @param {{title: string, body: (Node | null)[], yes: string, no: string, isDangerous?: boolean}} question
   * @returns {Promise<boolean>} false also for the Escape key
   */
  ask({ title, body, yes, no, isDangerous = false }) {
    const from = document.activeElement;
    return new Promise((resolve) => {
      // "No" comes first and has the keyboard: an Enter too many does no harm.
      const refuse = el('button', { type: 'button', class: 'button', 'data-testid': 'confirm-no', onclick: () => this._dialog.close('no') }, no);
      this._dialog.returnValue = 'no';
      this._dialog.replaceChildren(
        el('h2', { id: 'confirm-title' }, title),
        el('div', { class: 'confirm-body', id: 'confirm-body' }, ...body),
        el('div', { class: 'actions' }, refuse, el('button', {
          type: 'button', class: `button ${isDangerous ? 'danger' : 'primary'}`, 'data-testid': 'confirm-yes', onclick: () => this._dialog.close('yes'),
        }, yes)));
      this._dialog.setAttribute('aria-describedby', 'confirm-body');
      this._dialog.addEventListener('close', () => {
        if (from instanceof HTMLElement && from.isConnected) {
          from.focus({ preventScroll: true });
        }
        resolve(this._dialog.returnValue === 'yes');
      }, { once: true });
      this._dialog.showModal();
      refuse.focus();
    });
  }
}
