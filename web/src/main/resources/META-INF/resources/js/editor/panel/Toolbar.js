// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { DrawTool } from '../tools/DrawTool.js';

/** @typedef {import('../Commands.js').CommandName} CommandName */

/** @type {[CommandName, Parameters<typeof icon>[0], string][]} command, picture, shortcut */
const BUTTONS = [
  ['undo', 'undo', 'Control+Z'], ['redo', 'redo', 'Control+Y'],
  ['select', 'pointer', 'V'], ['draw', 'shape', 'N'], ['point', 'point', 'P'], ['hole', 'hole', 'H'], ['split', 'split', 'S'], ['merge', 'merge', 'G'], ['cut', 'cut', 'C'],
  ['insert', 'vertexPlus', 'I'], ['delete', 'vertexMinus', 'Delete'], ['move', 'move', ''], ['simplify', 'smooth', ''], ['remove', 'trash', ''],
  ['trace', 'trace', 'T'],
];
const TOGGLES = new Set(['select', 'draw', 'point', 'hole', 'split', 'merge', 'cut', 'move', 'trace']);

/** Of no use where a layer has points only. @type {ReadonlySet<string>} */
const AREA_ONLY = new Set(['draw', 'hole', 'split', 'merge', 'cut', 'insert', 'delete', 'simplify', 'trace']);

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
      button.addEventListener('focus', () => this._rove(button));
      this._buttons.set(name, button);
      this._tools.append(button);
    }
    this._file = el('input', { type: 'file', class: 'hidden', tabindex: '-1', accept: '.gpx,.geojson,.json', 'data-testid': 'track-file', onchange: () => this._read() });
    this._track = el('button', { type: 'button', class: 'editor-tool', 'data-testid': 'tool-track', onclick: () => this._file.click() }, icon('track'), el('span', {}));
    this._tools.append(this._track, this._file);
    this._hint = el('p', { class: 'editor-hint', 'data-testid': 'hint' });
    this._actions = el('div', { class: 'editor-sketch' });
    this._stray = el('p', { class: 'editor-stray', role: 'status', hidden: true, 'data-testid': 'stray' });
    this.root = el('div', { class: 'editor-bar' }, this._tools, el('div', { class: 'editor-guide' }, this._hint, this._actions, this._stray));
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
    const { commands, tool, isTracing, i18n, layer, workspace } = this._bench;
    const isPoint = Boolean(workspace.shape?.point);
    /** @type {HTMLElement} */ (this._buttons.get('remove')?.lastElementChild).textContent = i18n.t(isPoint ? 'tool.removePoint' : 'tool.remove');
    this._buttons.forEach((button, name) => {
      button.hidden = name === 'point' ? !layer.geometry.includes('point') : AREA_ONLY.has(name) && !layer.geometry.includes('polygon');
      const why = commands.whyNot(name);
      button.setAttribute('aria-disabled', String(why !== null));
      button.title = why === null ? '' : why === 'undo' || why === 'redo' ? i18n.t('did.nothing') : this._bench.words.reason(why);
      if (TOGGLES.has(name)) {
        button.setAttribute('aria-pressed', String(name === 'trace' ? isTracing : tool.name === name));
      }
    });
    this._drawGuide();
    this._rove();
  }

  /** @param {string} text none: nothing to tell */
  showStray(text) {
    if (this._stray.textContent !== text) {
      this._stray.textContent = text;
      this._stray.hidden = !text;
    }
  }

  /** One stop of the tab key for all tools: the one that had the keyboard last, else the one in hand. @param {Element | null} [to] */
  _rove(to = null) {
    const all = this._all;
    const stop = to ?? all.find((button) => button.tabIndex === 0) ?? this._buttons.get('select') ?? all[0];
    for (const button of all) {
      button.tabIndex = button === stop ? 0 : -1;
    }
  }

  /** @returns {HTMLButtonElement[]} */
  get _all() {
    return [...this._tools.querySelectorAll('button')].filter((button) => !button.hidden);
  }

  _drawGuide() {
    const { tool, workspace, i18n } = this._bench;
    const isMixed = this._bench.layer.geometry.includes('point');
    const key = tool.name === 'select' ? (workspace.shape?.point ? 'hint.selectedPoint' : workspace.shape ? 'hint.selected' : isMixed ? 'hint.selectMixed' : 'hint.select') : `hint.${tool.name}`;
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
    const all = this._all;
    const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const next = step ? (at + step + all.length) % all.length : { Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) {
      this._rove(all[next]);
      all[next].focus();
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
