// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { DrawTool } from '../tools/DrawTool.js';

/** @typedef {import('../Commands.js').CommandName} CommandName */

/** @type {[CommandName, Parameters<typeof icon>[0], string][]} command, picture, shortcut */
const BUTTONS = [
  ['undo', 'undo', 'Control+Z'], ['redo', 'redo', 'Control+Y'],
  ['select', 'pointer', 'V'], ['draw', 'shape', 'N'], ['hole', 'hole', 'H'], ['split', 'split', 'S'], ['merge', 'merge', 'G'], ['cut', 'cut', 'C'],
  ['insert', 'vertexPlus', 'I'], ['delete', 'vertexMinus', 'Delete'], ['move', 'move', ''], ['simplify', 'smooth', ''], ['remove', 'trash', ''],
  ['trace', 'trace', 'T'],
];
const TOGGLES = new Set(['select', 'draw', 'hole', 'split', 'merge', 'cut', 'move', 'trace']);

/** The tools, each with its name, and below them what the one in hand expects. */
export class Toolbar {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    /** @type {Map<CommandName, HTMLButtonElement>} */
    this._buttons = new Map();
    this._tools = el('div', { class: 'editor-tools', role: 'toolbar', onkeydown: (event) => this._walk(/** @type {KeyboardEvent} */ (event)) });
    for (const [name, picture, shortcut] of BUTTONS) {
      const button = el('button', {
        type: 'button', class: 'editor-tool', 'data-testid': `tool-${name}`, 'aria-keyshortcuts': shortcut || null, onclick: () => bench.commands.run(name),
      }, icon(picture), el('span', {}));
      this._buttons.set(name, button);
      this._tools.append(button);
    }
    this._file = el('input', { type: 'file', class: 'hidden', tabindex: '-1', accept: '.gpx,.geojson,.json', 'data-testid': 'track-file', onchange: () => this._read() });
    this._track = el('button', { type: 'button', class: 'editor-tool', 'data-testid': 'tool-track', onclick: () => this._file.click() }, icon('track'), el('span', {}));
    this._tools.append(this._track, this._file);
    this._hint = el('p', { class: 'editor-hint', 'data-testid': 'hint' });
    this._actions = el('div', { class: 'editor-sketch' });
    this.root = el('div', { class: 'editor-bar' }, this._tools, el('div', { class: 'editor-guide' }, this._hint, this._actions));
  }

  useLanguage() {
    const { i18n } = this._bench;
    this._tools.setAttribute('aria-label', i18n.t('edit.tools'));
    this._buttons.forEach((button, name) => {
      /** @type {HTMLElement} */ (button.lastElementChild).textContent = i18n.t(`tool.${name}`);
    });
    /** @type {HTMLElement} */ (this._track.lastElementChild).textContent = i18n.t('tool.track');
    this._file.setAttribute('aria-label', i18n.t('tool.track'));
  }

  draw() {
    const { commands, tool, isTracing, i18n } = this._bench;
    this._buttons.forEach((button, name) => {
      const why = commands.whyNot(name);
      button.setAttribute('aria-disabled', String(why !== null));
      button.title = why === null ? '' : why === 'undo' || why === 'redo' ? i18n.t('did.nothing') : this._bench.reason(why);
      if (TOGGLES.has(name)) {
        button.setAttribute('aria-pressed', String(name === 'trace' ? isTracing : tool.name === name));
      }
    });
    this._drawGuide();
  }

  _drawGuide() {
    const { tool, workspace, i18n } = this._bench;
    const key = tool.name === 'select' ? (workspace.shape ? 'hint.selected' : 'hint.select') : `hint.${tool.name}`;
    this._hint.textContent = i18n.t(key);
    const action = (/** @type {CommandName} */ name, /** @type {string} */ extra) => el('button', {
      type: 'button', class: `button ${extra}`, 'data-testid': `sketch-${name}`, onclick: () => this._bench.commands.run(name),
    }, i18n.t(`tool.${name}`));
    const had = document.activeElement?.getAttribute('data-testid');
    if (tool instanceof DrawTool) {
      const enough = tool.points.length >= (tool.name === 'split' ? 2 : 3);
      this._actions.replaceChildren(...(enough ? [action('finish', 'primary')] : []), ...(tool.points.length > 0 ? [action('back', '')] : []), action('cancel', ''));
    } else {
      this._actions.replaceChildren(...(tool.name === 'select' ? [] : [action('cancel', '')]));
    }
    if (had?.startsWith('sketch-') && document.activeElement === document.body) {
      /** @type {HTMLElement | null} */ (this._actions.querySelector(`[data-testid="${had}"]`) ?? document.getElementById('map'))?.focus({ preventScroll: true });
    }
  }

  /** Arrows go from tool to tool, as toolbars do. @param {KeyboardEvent} event */
  _walk(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const all = [...this._tools.querySelectorAll('button')];
      const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
      all[(at + step + all.length) % all.length].focus();
      event.preventDefault();
    }
  }

  async _read() {
    const file = this._file.files?.[0];
    this._file.value = '';
    if (file) {
      await this._bench.commands.readTrack(file);
    }
  }
}
