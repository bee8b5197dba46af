// @ts-check
import { el } from '../../dom/el.js';
import { button } from '../dom/message.js';
import { replaceKeeping } from '../dom/replaceKeeping.js';

/** The day on which the country's units changed: the date that most files of 2025 are about. */
const REFORM = '2025-07-01';

/** Layer, date of effect, decision and reason. Fields are built once a language, so that typing is never disturbed. */
export class ImportForm {
  /**
   * @param {{i18n: import('../i18n/ImportsI18n.js').ImportsI18n, desk: import('../Desk.js').Desk,
   *   layerTitle: (name: string) => string}} options
   */
  constructor({ i18n, desk, layerTitle }) {
    this._i18n = i18n;
    this._desk = desk;
    this._layerTitle = layerTitle;
    this.root = el('div', { class: 'import-form' });
    this._drawn = '';
  }

  draw() {
    const { one, chosen, sending, isBusy, overview } = this._desk;
    this.root.hidden = one === null && chosen.length === 0;
    const drawn = JSON.stringify([this._i18n.lang, one?.id, sending === null, overview.layers]);
    if (drawn !== this._drawn) {
      this._drawn = drawn;
      replaceKeeping(this.root, ...this._build());
    }
    const isFixed = one?.state === 'PUBLISHED' || one?.state === 'PUBLISHING' || isBusy || sending !== null;
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.root.querySelectorAll('input, select, textarea, button'))) {
      field.disabled = isFixed;
    }
    this._fill();
  }

  /** The desk may know better, as after the page was opened again. */
  _fill() {
    const { form, layer } = this._desk;
    const put = (/** @type {HTMLInputElement | HTMLSelectElement | undefined} */ field, /** @type {string} */ value) => {
      if (field && field.value !== value && field !== document.activeElement) {
        field.value = value;
      }
    };
    if (this._dateWords) {
      this._dateWords.textContent = form.validFrom ? this._i18n.t('form.dateIs', { date: this._i18n.longDate(form.validFrom) }) : '';
    }
    put(this._layer, layer);
    put(this._date, form.validFrom);
    if (!this._isEndTooEarly()) {
      put(this._end, form.validTo);
    }
    if (this._endWords) {
      this._endWords.textContent = this._isEndTooEarly() ? this._i18n.t('form.endTooEarly')
        : form.validTo ? this._i18n.t('form.dateIs', { date: this._i18n.longDate(form.validTo) }) : '';
    }
    if (this._more && form.validTo) {
      this._more.open = true;
    }
    put(this._decision, form.decision);
    put(this._message, form.message);
    if (this._strict) {
      this._strict.checked = form.strict;
    }
  }

  _build() {
    const { one, overview, layer } = this._desk;
    const t = this._i18n;
    const layers = one ? [one.layer] : overview.layers;
    this._layer = el('select', {
      id: 'import-layer', 'data-testid': 'layer', onchange: () => this._desk.pickLayer(this._layer?.value ?? ''),
    }, ...layers.map((name) => el('option', { value: name, selected: name === layer }, this._layerTitle(name))));
    this._date = el('input', {
      id: 'import-date', type: 'date', min: '1945-01-01', max: '2200-12-31', 'aria-describedby': 'about-date',
      'data-testid': 'valid-from', onchange: () => this._takeDate(),
    });
    this._dateWords = el('p', { class: 'date-words', 'data-testid': 'date-words' });
    this._end = el('input', {
      id: 'import-end', type: 'date', min: '1945-01-01', max: '2200-12-31', 'aria-describedby': 'about-end end-words',
      'data-testid': 'valid-to', onchange: () => this._takeEnd(),
    });
    this._endWords = el('p', { class: 'date-words', id: 'end-words', 'data-testid': 'end-words' });
    this._more = el('details', { class: 'more-form wide', 'data-key': 'more-form', 'data-testid': 'more-form' },
      el('summary', {}, t.t('form.more')),
      this._field('import-end', t.t('form.end'), t.t('form.endAbout'),
        el('div', { class: 'date-with-offer' }, this._end, this._endWords), 'about-end'));
    this._decision = this._text('import-decision', 'decision', 'form.decisionExample');
    this._message = this._text('import-message', 'message', 'form.messageExample');
    this._strict = el('input', {
      type: 'checkbox', id: 'import-strict', onchange: () => this._desk.fill({ strict: this._strict?.checked ?? false }),
    });
    return [
      this._field('import-layer', t.t('form.layer'), t.t(one ? 'form.layerFixed' : 'form.layerAbout'), this._layer),
      this._field('import-date', t.t('form.date'), t.t('form.dateAbout'), el('div', { class: 'date-with-offer' }, this._date,
        button(t.date(REFORM), () => {
          if (this._date) {
            this._date.value = REFORM;
          }
          this._desk.fill({ validFrom: REFORM });
          this._takeEnd();
        }, { key: 'reform', testid: 'reform', label: t.t('form.dateUse', { date: t.date(REFORM) }) }), this._dateWords), 'about-date'),
      this._field('import-decision', t.t('form.decision'), t.t('form.optional'), this._decision),
      this._field('import-message', t.t('form.message'), t.t('form.messageAbout'), this._message),
      el('label', { class: 'check wide' }, this._strict, el('span', {}, t.t('form.strict'))),
      this._more,
    ];
  }

  _takeDate() {
    const date = this._date;
    if (date && date.validity.valid) {
      this._desk.fill({ validFrom: date.value });
      this._takeEnd();
    }
  }

  /** An end before the beginning is not taken: the server would refuse it in other words. */
  _takeEnd() {
    const end = this._end;
    if (end && end.validity.valid) {
      this._desk.fill({ validTo: this._isEndTooEarly() ? '' : end.value });
    }
  }

  _isEndTooEarly() {
    const end = this._end?.value ?? '';
    const { validFrom } = this._desk.form;
    return end !== '' && validFrom !== '' && end <= validFrom;
  }

  /** @param {string} id @param {'decision' | 'message'} name @param {'form.decisionExample' | 'form.messageExample'} example */
  _text(id, name, example) {
    const input = el('input', {
      id, type: 'text', maxlength: '500', autocomplete: 'off', placeholder: this._i18n.t(example), 'data-testid': name,
      'aria-describedby': `about-${id}`, oninput: () => this._desk.fill({ [name]: input.value }),
    });
    return input;
  }

  /** @param {string} id @param {string} title @param {string} about @param {Node} field @param {string} [aboutId] */
  _field(id, title, about, field, aboutId = `about-${id}`) {
    return el('div', { class: 'field' },
      el('label', { for: id }, title), field, el('p', { class: 'quiet', id: aboutId }, about));
  }
}
