// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';

/** @typedef {'error' | 'warning' | 'info' | 'done'} Tone */

/**
 * A box with a sign for the eye and the words beside it: the colour alone says nothing.
 *
 * @param {Tone} tone @param {...(Node | string | null)} children
 */
export function message(tone, ...children) {
  return el('div', { class: `message ${tone}`, 'data-testid': `message-${tone}` }, icon(tone), el('div', { class: 'message-text' }, ...children));
}

/**
 * @param {string} text @param {EventListener} onclick
 * @param {{sign?: Parameters<typeof icon>[0], kind?: string, key?: string, testid?: string, disabled?: boolean, label?: string}} [look]
 */
export function button(text, onclick, { sign, kind = '', key, testid, disabled = false, label } = {}) {
  return el('button', {
    type: 'button', class: `button ${kind}`.trim(), onclick, disabled, 'data-key': key ?? text, 'data-testid': testid,
    'aria-label': label,
  }, sign ? icon(sign) : null, text);
}
