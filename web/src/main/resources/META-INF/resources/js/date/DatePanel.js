// @ts-check
import { el } from '../dom/el.js';
import { icon } from '../dom/icon.js';
import { isDate } from '../url/hashState.js';

const LISTED_CHANGES = 12;

/** The choice of the day the map is seen as of: any day, or one on which something changed. */
export class DatePanel {
  /**
   * @param {HTMLElement} root
   * @param {{i18n: import('../i18n/I18n.js').I18n, onChange: (asOf: string | null) => void}} options
   */
  constructor(root, { i18n, onChange }) {
    this._root = root;
    this._i18n = i18n;
    this._onChange = onChange;
  }

  /** @param {{dates: string[], today: string, asOf: string | null}} dates rising */
  draw({ dates, today, asOf }) {
    const focused = document.activeElement instanceof HTMLElement && this._root.contains(document.activeElement)
      ? document.activeElement.dataset.key : undefined;
    const day = asOf ?? today;
    const go = (/** @type {string} */ date) => this._onChange(date === today ? null : date);
    const before = dates.filter((date) => date < day).pop();
    const after = dates.find((date) => date > day) ?? (day < today ? today : undefined);
    const known = dates.filter((date) => date <= today).reverse().slice(0, LISTED_CHANGES);
    const t = this._i18n;
    this._root.replaceChildren(
      el('div', { class: 'date-row' },
        this._step('previous', t.t('date.previous'), before, go),
        this._input(day, go),
        this._step('next', t.t('date.next'), after, go)),
      el('p', { class: 'date-error', id: 'date-error', role: 'alert', hidden: true }, t.t('date.invalid')),
      el('p', { class: 'quiet' }, t.t('date.explain')),
      el('h3', {}, t.t('date.changes')),
      el('ul', { class: 'timeline' },
        this._stop('today', `${t.t('date.today')}, ${t.date(today)}`, asOf === null, () => this._onChange(null)),
        ...known.map((date) => this._stop(date, t.t('date.from', { date: t.date(date) }), asOf === date, () => go(date)))),
    );
    if (focused) {
      /** @type {HTMLElement | null} */ (this._root.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus();
    }
  }

  /** @param {string} day @param {(date: string) => void} go */
  _input(day, go) {
    const input = el('input', {
      type: 'date', value: day, min: '1900-01-01', max: '2199-12-31', 'data-key': 'input', 'data-testid': 'as-of-input',
      'aria-label': this._i18n.t('date.input'), 'aria-describedby': 'date-error',
    });
    // "change" also fires between the digits of a typed year; only whole dates in range count.
    input.addEventListener('change', () => {
      const valid = isDate(input.value) && input.value >= input.min && input.value <= input.max;
      const error = this._root.querySelector('.date-error');
      error?.toggleAttribute('hidden', valid);
      if (valid) {
        go(input.value);
      }
    });
    return input;
  }

  /** @param {'previous' | 'next'} name @param {string} label @param {string | undefined} date @param {(date: string) => void} go */
  _step(name, label, date, go) {
    return el('button', {
      type: 'button', class: 'icon-button outlined', 'aria-label': label, title: label, 'data-key': name,
      'aria-disabled': date ? null : 'true', onclick: () => date && go(date),
    }, icon(name));
  }

  /** @param {string} key @param {string} text @param {boolean} isCurrent @param {() => void} run */
  _stop(key, text, isCurrent, run) {
    return el('li', {},
      el('button', {
        type: 'button', class: 'timeline-stop', 'data-key': key, 'aria-pressed': isCurrent ? 'true' : 'false', onclick: run,
      }, text));
  }
}
