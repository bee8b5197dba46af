// @ts-check
import { el } from '../dom/el.js';

/** @typedef {{api: import('./api/AccountsApi.js').AccountsApi, i18n: import('./i18n/AccountsI18n.js').AccountsI18n,
 *   attempt: (work: () => Promise<void>) => Promise<void>, tell: (text: string) => void, ask: (question: string) => Promise<boolean>}} Shared */

let last = 0;

/**
 * An input with its label.
 *
 * @param {string} label @param {Record<string, string | boolean>} attributes of the input
 * @returns {{field: HTMLElement, input: HTMLInputElement}}
 */
export function field(label, attributes) {
  const id = `field-${++last}`;
  const input = el('input', { type: 'text', id, ...attributes });
  return { field: el('p', { class: 'field' }, el('label', { for: id }, label), input), input };
}

/** @param {string} label @param {() => void} run @param {string} [kind] @returns {HTMLButtonElement} */
export function button(label, run, kind = '') {
  return el('button', { type: 'button', class: `button ${kind}`, onclick: run }, label);
}

/** What is shown this once. @param {string} label @param {string} secret */
export function secretBox(label, secret) {
  return el('div', { class: 'secret', role: 'status', 'data-testid': 'secret' }, label, el('code', {}, secret));
}

/** @param {(event: SubmitEvent) => void} onsubmit @param {(Node | null)[]} children */
export function form(onsubmit, children) {
  return el('form', {
    class: 'plain-form wide',
    onsubmit: (event) => {
      event.preventDefault();
      onsubmit(/** @type {SubmitEvent} */ (event));
    },
  }, ...children);
}
