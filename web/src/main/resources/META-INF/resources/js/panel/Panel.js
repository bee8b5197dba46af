// @ts-check
import { byId } from '../dom/el.js';

/** @typedef {'layers' | 'list' | 'date'} Section */

/** The panel beside the map, on phones the sheet below it: three buttons, of which at most one section is open. */
export class Panel {
  /** @param {HTMLElement} root @param {(section: Section | null) => void} onChange */
  constructor(root, onChange) {
    this._root = root;
    this._onChange = onChange;
    /** @type {Section | null} */
    this._open = null;
    /** @type {HTMLButtonElement[]} */
    this._buttons = [...root.querySelectorAll('button')].filter((button) => button.dataset.section);
    for (const button of this._buttons) {
      const section = /** @type {Section} */ (button.dataset.section);
      button.addEventListener('click', () => this.show(this._open === section ? null : section));
    }
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this._open) {
        this._buttons.find((button) => button.dataset.section === this._open)?.focus();
        this.show(null);
      }
    });
  }

  get open() {
    return this._open;
  }

  /** @param {Section | null} section null closes */
  show(section) {
    if (section === this._open) {
      return;
    }
    this._open = section;
    this._root.dataset.open = section ?? '';
    for (const button of this._buttons) {
      const isOpen = button.dataset.section === section;
      button.setAttribute('aria-expanded', String(isOpen));
      byId(`section-${button.dataset.section}`).hidden = !isOpen;
    }
    this._onChange(section);
  }
}
