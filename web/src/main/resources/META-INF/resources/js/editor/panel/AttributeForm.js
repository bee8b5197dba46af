// @ts-check
import { privateMark } from '../../details/attributeList.js';
import { el } from '../../dom/el.js';

/** @typedef {import('../topology/types.js').Shape} Shape */
/** @typedef {import('../../api/types.js').Attribute} Attribute */

/** The server's own, or the proposal's. */
const FRAME = new Set(['fid', 'version', 'valid_from', 'valid_to', 'decision']);

/** A field for each attribute of the layer, as its type wants it. */
export class AttributeForm {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this._shown = '';
    this.root = el('form', { class: 'editor-form', novalidate: true, 'data-testid': 'attributes', onsubmit: (event) => event.preventDefault() });
  }

  useLanguage() {
    this._shown = '';
  }

  /** @param {Shape | null} shape */
  draw(shape) {
    const key = shape ? keyOf(shape, shape.properties) : '';
    if (key === this._shown || (this.root.contains(document.activeElement) && document.activeElement?.matches(':invalid'))) {
      return;
    }
    const focused = this.root.contains(document.activeElement) ? document.activeElement?.id : null;
    this._shown = key;
    this.root.replaceChildren(...(shape ? this._attributes.flatMap((attribute) => this._field(attribute, shape)) : []));
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  }

  /** @returns {Attribute[]} what a person may write: no name or code that a reference brings */
  get _attributes() {
    const { attributes } = this._bench.layer;
    const references = new Set(attributes.filter(({ type }) => type === 'reference').map(({ name }) => name));
    return attributes.filter(({ name }) => !FRAME.has(name) && !references.has(name.replace(/_(?:code|name)$/, '_').slice(0, -1)));
  }

  /** @param {Attribute} attribute @param {Shape} shape @returns {Node[]} */
  _field(attribute, { properties }) {
    const id = `attribute-${attribute.name}`;
    const control = this._control(attribute, properties[attribute.name], id, properties);
    const label = el('label', { for: id }, this._bench.i18n.pick(attribute.title), ...privateMark(attribute, this._bench.i18n));
    return attribute.type === 'reference' ? [label, ...control] : [label, control[0]];
  }

  /** @param {Attribute} attribute @param {unknown} value @param {string} id @param {Readonly<Record<string, unknown>>} properties @returns {HTMLElement[]} */
  _control({ name, type, codes = [], references }, value, id, properties) {
    const { i18n } = this._bench;
    const set = (/** @type {unknown} */ next) => this._set(name, next);
    const text = value === null || value === undefined ? '' : String(value);
    if (type === 'code' || type === 'boolean') {
      const choices = type === 'code' ? codes.map(({ code, title }) => [code, i18n.pick(title)]) : [['true', i18n.t('value.yes')], ['false', i18n.t('value.no')]];
      return [el('select', { id, onchange: (event) => {
        const chosen = /** @type {HTMLSelectElement} */ (event.target).value;
        set(chosen === '' ? null : type === 'boolean' ? chosen === 'true' : chosen);
      } }, el('option', { value: '' }, '—'), ...choices.map(([code, title]) => el('option', { value: code, selected: code === text }, title)))];
    }
    if (type === 'reference') {
      return this._reference(id, String(references), properties[`${name}_name`] ?? text, set);
    }
    const isNumber = type === 'integer' || type === 'decimal';
    const input = el('input', {
      id, type: type === 'date' ? 'date' : 'text', inputmode: type === 'integer' ? 'numeric' : type === 'decimal' ? 'decimal' : null, autocomplete: 'off',
      value: type === 'decimal' && i18n.lang === 'vi' ? text.replace('.', ',') : text,
      onchange: () => {
        const typed = input.value.trim();
        const number = isNumber ? parseNumber(typed) : 0;
        const isBad = isNumber && typed !== '' && (number === null || (type === 'integer' && !Number.isInteger(number)));
        input.setCustomValidity(isBad ? i18n.t('feature.badNumber') : '');
        if (isBad) {
          input.reportValidity();
        } else {
          set(typed === '' ? null : isNumber ? number : typed);
        }
      },
    });
    return [input];
  }

  /** The fields stay as they are: the keyboard is on its way from one to the next. @param {string} name @param {unknown} value */
  _set(name, value) {
    const { shape } = this._bench.workspace;
    if (shape) {
      this._shown = keyOf(shape, { ...shape.properties, [name]: value });
      this._bench.workspace.setProperties({ [name]: value });
    }
  }

  /** @param {string} id @param {string} layer @param {unknown} shown @param {(value: unknown) => void} set @returns {HTMLElement[]} */
  _reference(id, layer, shown, set) {
    const list = el('datalist', { id: `${id}-list` });
    /** @type {Map<string, string>} */
    const known = new Map();
    let running = new AbortController();
    const input = el('input', {
      id, type: 'text', list: `${id}-list`, autocomplete: 'off', value: shown ? String(shown) : '',
      oninput: async () => {
        running.abort();
        running = new AbortController();
        const { api, i18n } = this._bench.parts;
        try {
          const found = input.value.length < 2 || known.has(input.value) ? [] : await api.search({ q: input.value, asOf: null, lang: i18n.lang, limit: 20 }, running.signal);
          for (const result of found.filter((one) => one.layer === layer)) {
            known.set(result.subtitle ? `${result.title} (${result.subtitle})` : result.title, result.id);
          }
          list.replaceChildren(...[...known.keys()].map((title) => el('option', { value: title })));
        } catch {
          // Without suggestions the value stays as it is.
        }
      },
      onchange: () => {
        const chosen = known.get(input.value);
        if (chosen) {
          set(chosen);
        } else if (input.value.trim() === '') {
          set(null);
        } else {
          input.value = shown ? String(shown) : '';
        }
      },
    });
    return [input, list];
  }
}

/** @param {Shape} shape @param {Readonly<Record<string, unknown>>} properties */
function keyOf({ id }, properties) {
  return JSON.stringify([id, properties]);
}

/** @param {string} text with a decimal comma or point @returns {number | null} */
export function parseNumber(text) {
  const plain = text.replace(/\s/g, '');
  const isVietnamese = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) || /,\d*$/.test(plain);
  const number = Number(isVietnamese ? plain.replace(/\./g, '').replace(',', '.') : plain.replace(/,/g, ''));
  return plain === '' || Number.isNaN(number) ? null : number;
}
