// @ts-check
import { deleteFeature, moveVertex, simplifyFeature, whyNotDeleted } from './topology/actions/index.js';
import { stepsOf } from './measure/measure.js';
import { toDegrees } from './topology/grid.js';
import { readTrack } from './tracks/readTrack.js';
import { byId } from '../dom/el.js';
import { DrawTool } from './tools/DrawTool.js';

/** @typedef {import('./Editor.js').ToolName} ToolName */
/** @typedef {'insert' | 'delete' | 'simplify' | 'remove' | 'undo' | 'redo' | 'trace' | 'track' | 'finish' | 'back' | 'cancel'} ActionName */
/** @typedef {ToolName | ActionName} CommandName */

/** @type {Record<string, CommandName>} */
const LETTERS = { v: 'select', n: 'draw', p: 'point', h: 'hole', s: 'split', g: 'merge', c: 'cut', t: 'trace' };
/** @type {readonly string[]} */
const TOOLS = ['select', 'draw', 'point', 'hole', 'split', 'merge', 'cut', 'move'];
/** What has no sense for a point. @type {ReadonlySet<string>} */
const OF_AREAS = new Set(['hole', 'split', 'merge', 'cut', 'move', 'simplify', 'insert', 'delete']);
const SIMPLIFY_METRES = 2;

/** What buttons and shortcuts do, and why they cannot just now. */
export class Commands {
  /** @param {import('./Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
  }

  /** @param {CommandName} name @returns {string | null} the end of a text key, null if it can be done */
  whyNot(name) {
    const { workspace, tool } = this._bench;
    if (workspace.shape?.point && OF_AREAS.has(name)) {
      return 'isPoint';
    }
    switch (name) {
      case 'hole': case 'split': case 'merge': case 'cut': case 'move': case 'simplify': case 'remove':
        return workspace.shape ? null : 'noFeature';
      case 'insert': return workspace.vertex ? null : 'noVertexChosen';
      case 'delete': return workspace.vertex ? whyNotDeleted(workspace.coverage, workspace.vertex) : 'noVertexChosen';
      case 'undo': return workspace.history.last || (tool instanceof DrawTool && tool.points.length > 0) ? null : 'undo';
      case 'redo': return workspace.history.next ? null : 'redo';
      default: return null;
    }
  }

  /** @param {CommandName} name */
  run(name) {
    const why = this.whyNot(name);
    if (why) {
      this._bench.parts.notices.show('editor', why === 'undo' || why === 'redo' ? this._bench.i18n.t('did.nothing') : this._bench.words.reason(why));
      return;
    }
    if (TOOLS.includes(name)) {
      this._bench.take(/** @type {ToolName} */ (name));
    } else {
      this._act(/** @type {ActionName} */ (name));
    }
  }

  /** @param {ActionName} name */
  _act(name) {
    const { workspace, tool, keys } = this._bench;
    const { coverage, selected, shape } = workspace;
    switch (name) {
      case 'insert': keys.insert(); break;
      case 'delete': keys.remove(); break;
      case 'simplify':
        if (shape) {
          const [x, y] = stepsOf(SIMPLIFY_METRES, toDegrees([shape.box[0], shape.box[1]])[1]);
          this._bench.apply(simplifyFeature(coverage, shape.id, Math.max(x, y)), 'did.simplify', { vertex: null });
        }
        break;
      case 'remove': this._bench.apply(deleteFeature(coverage, selected ?? ''), 'did.remove', { selected: null, vertex: null }); break;
      case 'undo':
        if (tool instanceof DrawTool && tool.points.length > 0) {
          tool.back();
        } else {
          this._tell('did.undone', workspace.undo());
        }
        break;
      case 'redo': this._tell('did.redone', workspace.redo()); break;
      case 'trace':
        this._bench.isTracing = !this._bench.isTracing;
        this._bench.changed();
        break;
      case 'finish': if (tool instanceof DrawTool) { tool.finish(); } break;
      case 'back': if (tool instanceof DrawTool) { tool.back(); } break;
      case 'cancel': this._bench.take('select'); break;
      default: break;
    }
  }

  /** @param {string} key @param {string | null} label */
  _tell(key, label) {
    if (label) {
      this._bench.say(key, { what: this._bench.i18n.t(label) });
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea, dialog') !== null;
    const letter = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const name = letter === 'z' ? (event.shiftKey ? 'redo' : 'undo') : letter === 'y' ? 'redo' : null;
      if (name && !isTyping) {
        event.preventDefault();
        this.run(name);
      } else if (letter === 's') {
        event.preventDefault();
        void this._bench.save();
      } else if (event.key === 'Enter') {
        event.preventDefault();
        void this._bench.submit();
      }
    } else if (event.key === 'Escape' && event.target instanceof Element && event.target.closest('.editor') && !event.target.closest('dialog')) {
      // Out of tools and panel, back to where one draws.
      event.preventDefault();
      byId('map').focus({ preventScroll: true });
    } else if (!isTyping && !event.altKey && LETTERS[letter]) {
      event.preventDefault();
      this.run(LETTERS[letter]);
    }
  }

  /** @param {File} file of a recorded track; it is read here and goes nowhere */
  async readTrack(file) {
    try {
      const lines = readTrack(await file.text());
      if (lines.length === 0) {
        throw new SyntaxError(file.name);
      }
      this._bench.tracks = [...this._bench.tracks, ...lines];
      const [lng, lat] = toDegrees(lines[0][0]);
      this._bench.parts.map.reveal({ lat, lng });
      this._bench.changed();
    } catch {
      this._bench.parts.notices.show('editor', this._bench.i18n.t('why.readTrack'));
    }
  }

  /** @param {import('./checks/nearMisses.js').NearMiss} miss */
  mend({ mend: { from, to } }) {
    this._bench.apply(moveVertex(this._bench.workspace.coverage, from, to), 'did.mend', { vertex: null });
  }
}
