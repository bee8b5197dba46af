// @ts-check
import { byId, el } from '../dom/el.js';
import { icon } from '../dom/icon.js';
import { isBusy } from './api/Watch.js';
import { needsDataSet } from './understood/DataSetChoice.js';

/** @typedef {'files' | 'check' | 'understood' | 'changes' | 'publish'} StepName */
/** @typedef {'waiting' | 'current' | 'done' | 'stopped'} StepState */

/** @type {readonly StepName[]} */
export const STEPS = ['files', 'check', 'understood', 'changes', 'publish'];

/** @param {import('./Desk.js').Desk} desk @returns {Record<StepName, StepState>} */
export function stepStates({ one, sending }) {
  if (one?.state === 'NEW' && needsDataSet(one) && !sending) {
    return { files: 'done', check: 'stopped', understood: 'waiting', changes: 'waiting', publish: 'waiting' };
  }
  if (!one || one.state === 'NEW' || sending) {
    return { files: 'current', check: 'waiting', understood: 'waiting', changes: 'waiting', publish: 'waiting' };
  }
  if (isBusy(one)) {
    const publishes = one.state === 'PUBLISHING';
    const known = publishes ? 'done' : 'waiting';
    return { files: 'done', check: publishes ? 'done' : 'current', understood: known, changes: known, publish: publishes ? 'current' : 'waiting' };
  }
  const isChecked = ['PLANNED', 'PUBLISHED', 'NOTHING_TO_DO'].includes(one.state);
  const known = one.report ? 'done' : 'waiting';
  return {
    files: 'done',
    check: isChecked ? 'done' : 'stopped',
    understood: known,
    changes: known,
    publish: one.state === 'PLANNED' ? 'current' : isChecked ? 'done' : 'waiting',
  };
}

/** The five steps on top of the page: where one is, and a way to each; and the same in their headings. */
export class StepsNav {
  /** @param {HTMLElement} root @param {import('./i18n/ImportsI18n.js').ImportsI18n} i18n */
  constructor(root, i18n) {
    this._root = root;
    this._i18n = i18n;
    this._drawn = '';
  }

  /** @param {Record<StepName, StepState>} states */
  draw(states) {
    const drawn = JSON.stringify([this._i18n.lang, states]);
    if (drawn === this._drawn) {
      return;
    }
    this._drawn = drawn;
    const focused = document.activeElement?.getAttribute('href');
    this._root.replaceChildren(...STEPS.map((name, index) => this._item(name, index + 1, states[name])));
    if (focused) {
      /** @type {HTMLElement | null} */ (this._root.querySelector(`[href="${CSS.escape(focused)}"]`))?.focus({ preventScroll: true });
    }
    STEPS.forEach((name, index) => this._heading(name, index + 1, states[name]));
  }

  /** @param {StepName} name @param {number} number @param {StepState} state */
  _item(name, number, state) {
    return el('li', { 'data-state': state },
      el('a', {
        // The fragment of this page's address is the import: a plain link would overwrite it.
        href: `#step-${name}`, 'aria-current': state === 'current' ? 'step' : null, 'data-testid': `nav-${name}`,
        onclick: (event) => {
          event.preventDefault();
          goToStep(name);
        },
      },
      el('span', { class: 'step-sign', 'aria-hidden': 'true' }, sign(state, number)),
      el('span', { class: 'step-name' }, this._i18n.t(`step.${name}`)),
      el('span', { class: 'hidden' }, ` (${this._i18n.t(`stepState.${state}`)})`)));
  }

  /** @param {StepName} name @param {number} number @param {StepState} state */
  _heading(name, number, state) {
    byId(`step-${name}`).dataset.state = state;
    byId(`heading-${name}`).replaceChildren(
      el('span', { class: 'step-sign', 'aria-hidden': 'true' }, sign(state, number)),
      el('span', {}, el('span', { class: 'hidden' }, `${this._i18n.t('step.number', { n: number })}: `), this._i18n.t(`step.${name}`)));
  }
}

/** @param {StepName | 'history'} name */
export function goToStep(name) {
  const heading = byId(`heading-${name}`);
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}

/** @param {StepState} state @param {number} number */
function sign(state, number) {
  return state === 'done' ? icon('done') : state === 'stopped' ? icon('warning') : String(number);
}
