// @ts-check
import { byId, el } from '../dom/el.js';
import { EditCanvas } from './canvas/EditCanvas.js';
import { Belonging } from './checks/belonging.js';
import { boundsOf } from './drafts/proposalDraft.js';
import { DraftStore } from './drafts/DraftStore.js';
import { ServerDrafts } from './drafts/ServerDrafts.js';
import { EditorI18n } from './i18n/EditorI18n.js';
import { ViewLoader } from './load/ViewLoader.js';
import { Commands } from './Commands.js';
import { EditorPanel } from './panel/EditorPanel.js';
import { Toolbar } from './panel/Toolbar.js';
import { Presence } from './presence/Presence.js';
import { workOf } from './presence/workOf.js';
import { DrawTool } from './tools/DrawTool.js';
import { MapInput } from './tools/MapInput.js';
import { MoveTool } from './tools/MoveTool.js';
import { Wording } from './i18n/Wording.js';
import { PickTool } from './tools/PickTool.js';
import { PointTool } from './tools/PointTool.js';
import { SelectTool } from './tools/SelectTool.js';
import { snap } from './tools/snap.js';
import { VertexKeys } from './tools/VertexKeys.js';
import { Coverage } from './topology/Coverage.js';
import { keyOf, toDegrees } from './topology/grid.js';
import { verticesOf } from './topology/shapes.js';
import { Workspace } from './Workspace.js';

/** @typedef {import('./topology/types.js').Point} Point */
/** @typedef {import('./topology/types.js').Shape} Shape */
/** @typedef {import('./tools/MapInput.js').Tool} Tool */
/** @typedef {Editor} Bench what tools work on */
/** @typedef {'select' | 'draw' | 'point' | 'hole' | 'split' | 'merge' | 'cut' | 'move'} ToolName */
/**
 * @typedef {object} Parts of the viewer that the editor stands on
 * @property {import('../map/MapView.js').MapView} map
 * @property {import('../i18n/I18n.js').I18n} i18n
 * @property {import('../notices/Notices.js').Notices} notices
 * @property {import('../state/Store.js').Store} store
 * @property {import('../api/Api.js').Api} api
 * @property {() => import('../api/types.js').Catalogue} catalogue
 * @property {import('../api/JsonCalls.js').Session} [session] who edits
 */

/** Borders that zones snap to, besides those of their own layer. */
const REFERENCE = 'communes';
const DERIVED = ['ntm_status'];

/** The editor over the map, from when it is opened until it is closed. */
export class Editor {
  /** @param {Parts} parts @param {import('./api/ProposalsApi.js').ProposalsApi} api @param {() => void} onClosed */
  constructor(parts, api, onClosed) {
    this.parts = parts;
    this.api = api;
    this._onClosed = onClosed;
    this.i18n = new EditorI18n();
    this.i18n.use(parts.i18n.lang);
    this.session = parts.session ?? { signedIn: false };
    this.drafts = new DraftStore();
    this.serverDrafts = new ServerDrafts(api);
    this.isTracing = false;
    /** @type {Point[][]} */
    this.tracks = [];
    /** @type {import('./api/ProposalsApi.js').Finding[]} what the server found last */
    this.serverFindings = [];
    this.reference = new Coverage(new Map());
    /** @type {Belonging} */
    this.belonging = new Belonging(() => (this.workspace.layer === REFERENCE ? new Coverage(this.workspace.loaded) : this.reference), this.session.area ?? []);
    this.presence = new Presence(api, { work: () => workOf(this.workspace), onOthers: (others) => this._panel?.presence.show(others) });
    this.keys = new VertexKeys(this);
    this.words = new Wording(this);
    this.commands = new Commands(this);
    this._stop = new AbortController();
    /** @type {Workspace} */
    this.workspace = this._newWorkspace(this.layers.find(({ name }) => parts.store.state.layers?.includes(name) ?? name === 'material_zones')?.name ?? this.layers[0].name);
    /** @type {Tool} */
    this.tool = new SelectTool(this);
  }

  get layers() {
    return this.parts.catalogue().layers.filter(({ name, geometry }) => (geometry.includes('polygon') || geometry.includes('point')) && !DERIVED.includes(name));
  }

  get layer() {
    return /** @type {import('../api/types.js').Layer} */ (this.layers.find(({ name }) => name === this.workspace.layer));
  }

  get middle() {
    return /** @type {MapInput} */ (this._input).middle;
  }

  async open() {
    const { map } = this.parts.map;
    document.documentElement.dataset.editing = 'true';
    if (!document.querySelector('link[href="/css/editor.css"]')) {
      const sheet = el('link', { rel: 'stylesheet', href: '/css/editor.css' });
      await new Promise((resolve) => {
        sheet.addEventListener('load', resolve, { once: true });
        sheet.addEventListener('error', resolve, { once: true });
        document.head.append(sheet);
      });
    }
    this._canvas = new EditCanvas(map);
    this._input = new MapInput(map, () => this._keyedTool);
    this._root = el('div', { class: 'editor', id: 'editor', 'data-testid': 'editor' });
    // The crosshair stays the map's neighbour: the style sheet shows it by that.
    /** @type {HTMLElement} */ (document.querySelector('.crosshair')).after(this._root);
    this._toolbar = new Toolbar(this);
    this._panel = new EditorPanel(this);
    this._root.append(this._toolbar.root, this._panel.root, el('dialog', { class: 'confirm', id: 'editor-dialog', 'aria-labelledby': 'confirm-title' }));
    const { signal } = this._stop;
    document.addEventListener('keydown', (event) => this.commands.key(event), { signal });
    window.addEventListener('pagehide', () => {
      this.presence.leave();
      void this.workspace.keep();
    }, { signal });
    map.doubleClickZoom.disable();
    map.keyboard.disable();
    map.on('moveend', this._onMoved, this);
    // The same state of the viewer has the language.
    this.parts.store.subscribe((state, changed) => changed.has('lang') && !signal.aborted && this._useLanguage(state.lang));
    this._useLanguage(this.parts.i18n.lang);
    byId('map').setAttribute('aria-label', this.i18n.t('edit.mapLabel'));
    await this._panel.drafts.draw();
    await this.load();
    byId('map').focus({ preventScroll: true });
  }

  async close() {
    await this.workspace.keep();
    this.presence.stop();
    const { map } = this.parts.map;
    this._stop.abort();
    map.off('moveend', this._onMoved, this);
    map.doubleClickZoom.enable();
    map.keyboard.enable();
    this._input?.remove();
    this._canvas?.remove();
    this._root?.remove();
    delete document.documentElement.dataset.editing;
    delete document.documentElement.dataset.aiming;
    delete document.documentElement.dataset.folded;
    byId('map').setAttribute('aria-label', this.parts.i18n.t('map.label'));
    this._onClosed();
  }

  /** @param {string} layer */
  async useLayer(layer) {
    await this.workspace.keep();
    this.presence.leave();
    this.workspace = this._newWorkspace(layer);
    this.serverFindings = [];
    this.tell(null);
    this.take('select');
    void this.panelDrafts();
    await this.load();
  }

  /** @param {import('./drafts/draft.js').Draft} draft */
  async resume(draft) {
    await this.workspace.keep();
    this.workspace = this._newWorkspace(draft.layer);
    this.serverFindings = [];
    const bounds = draft.view ? null : boundsOf(draft);
    if (draft.view) {
      this.parts.map.goTo(draft.view);
    } else if (bounds) {
      this.parts.map.fit(bounds, { animate: false });
    }
    this.take('select');
    this.workspace.resume(draft);
    this.parts.notices.show('editor', this.i18n.t('draft.resumed', { n: draft.changes.length }));
    await this.load();
  }

  /** Forgets the draft that is open. */
  async startAfresh() {
    this.workspace = this._newWorkspace(this.workspace.layer);
    this.serverFindings = [];
    await this.load();
  }

  /** @param {string} layer @returns {Workspace} */
  _newWorkspace(layer) {
    const workspace = new Workspace(layer, this.drafts, { onChange: () => this.changed(), view: () => this.parts.map.position, belonging: this.belonging });
    this._loader = new ViewLoader(layer, workspace.loaded);
    this._referenceLoader = layer === REFERENCE ? null : new ViewLoader(REFERENCE, this.reference.loaded);
    return workspace;
  }

  _onMoved() {
    void this.load();
  }

  async load() {
    const { workspace } = this;
    try {
      this._panel?.showStatus('edit.loading');
      const [outcome] = await Promise.all([this._loader?.load(this.parts.map.bounds), this._referenceLoader?.load(this.parts.map.bounds)]);
      if (workspace === this.workspace && outcome !== 'stopped') {
        this._panel?.showStatus(outcome === 'tooMany' ? 'edit.tooMany' : 'edit.loaded');
        this.changed();
      }
    } catch {
      this._panel?.showStatus('edit.loadFailed');
    }
  }

  /** @returns {Shape[]} in view */
  get inView() {
    const [west, south, east, north] = this.parts.map.bounds.map((degrees) => Math.round(degrees * 1e8));
    return this.workspace.coverage.near([west, south, east, north]);
  }

  /** @param {ToolName} name @returns {Tool} */
  take(name) {
    this.tool.cancel?.();
    this.keys.isHeld = false;
    if (name === 'draw' || name === 'point') {
      // What is told while drawing is about what is drawn.
      this.workspace.selected = null;
      this.workspace.vertex = null;
    }
    this.tool = name === 'select' ? new SelectTool(this)
      : name === 'move' ? new MoveTool(this) : name === 'point' ? new PointTool(this)
        : name === 'merge' || name === 'cut' ? new PickTool(this, name) : new DrawTool(this, name);
    this.changed();
    return this.tool;
  }

  /** The tool, with the keys of the selected feature's vertices where it has none of its own. @returns {Tool} */
  get _keyedTool() {
    const { tool } = this;
    return tool.key ? tool : new Proxy(tool, {
      get: (target, name) => {
        const value = name === 'key' ? (/** @type {KeyboardEvent} */ event) => this.keys.key(event) : Reflect.get(target, name);
        return typeof value === 'function' && name !== 'key' ? value.bind(target) : value;
      },
    });
  }

  /**
   * @param {import('./topology/types.js').Outcome} outcome @param {string} label
   * @param {{selected?: string | null, vertex?: Point | null, amends?: boolean}} [after]
   */
  apply(outcome, label, after) {
    if (!outcome.ok) {
      this.parts.notices.show('editor', this.words.reason(outcome.why));
      this.redraw();
      return false;
    }
    // What the server found there was true of what was before.
    this.serverFindings = this.serverFindings.filter(({ features }) => !features.some((id) => outcome.changed.includes(id)));
    return this.workspace.apply(outcome, label, after);
  }

  /** @param {import('./tools/MapInput.js').Pointed} pointed @param {{coverage?: Coverage, without?: ReadonlySet<string>}} [options] */
  snap({ at, reach, isFree }, { coverage = this.workspace.coverage, without } = {}) {
    if (isFree) {
      return { point: at, kind: /** @type {const} */ ('free') };
    }
    const box = /** @type {const} */ ([at[0] - reach[0], at[1] - reach[1], at[0] + reach[0], at[1] + reach[1]]);
    const sketch = this.tool instanceof DrawTool ? [this.tool.points] : [];
    return snap(at, reach, [...coverage.near(box), ...this.reference.near(box)], { lines: [...this.tracks, ...sketch], without });
  }

  /** Everything anew: something was done, selected or loaded. */
  changed() {
    this.presence.soon();
    this.tellStray(null);
    document.documentElement.toggleAttribute('data-aiming', this.tool instanceof DrawTool || this.tool instanceof PointTool);
    this._toolbar?.draw();
    this._panel?.draw();
    this.redraw();
  }

  /** @param {boolean} [isStillSame] @param {import('./tools/snap.js').Snapped | null} [snapped] */
  redraw(isStillSame = false, snapped = null) {
    const { shape } = this.workspace;
    this._show(shape ? [shape] : [], this.workspace.vertex && keyOf(this.workspace.vertex), snapped, isStillSame && this._wasMoving === false);
    this._wasMoving = false;
  }

  /** @param {Shape[]} shapes as they would look @param {string | null} vertex @param {import('./tools/snap.js').Snapped | null} snapped */
  showMoving(shapes, vertex, snapped) {
    const { shape } = this.workspace;
    const live = shape && !shapes.some(({ id }) => id === shape.id) ? [...shapes, shape] : shapes;
    this._show(live, vertex, snapped, this._wasMoving === true);
    this._wasMoving = true;
    const moving = live.find(({ id }) => id === this.workspace.selected);
    this._panel?.showMeasures(moving ?? null);
  }

  /** @param {Shape[]} live @param {string | null} vertex @param {import('./tools/snap.js').Snapped | null} snapped @param {boolean} isStillSame */
  _show(live, vertex, snapped, isStillSame) {
    const { coverage, findings, selected } = this.workspace;
    if (!isStillSame || !this._rest) {
      this._rest = { still: coverage.list(), changed: new Set(coverage.changes.keys()), wrong: new Set(findings.flatMap(({ ids }) => ids)), reference: this.reference.list(), shared: this._sharedVertices() };
    }
    this._canvas?.show({
      ...this._rest, live, selected, vertex, snapped, tracks: this.tracks,
      sketch: this.tool instanceof DrawTool ? this.tool.sketch : null,
      marks: findings.map(({ place }) => place),
    }, isStillSame);
  }

  /** @returns {Set<string>} */
  _sharedVertices() {
    const { shape, coverage } = this.workspace;
    const own = shape ? verticesOf(shape) : new Map();
    const others = shape ? coverage.near(shape.box).filter(({ id }) => id !== shape.id).map(verticesOf) : [];
    return new Set([...own.keys()].filter((key) => others.some((theirs) => theirs.has(key))));
  }

  /** Moves the map only where the place is out of sight. @param {Point | null} point @param {boolean} [isNear] also closer */
  reveal(point, isNear = false) {
    if (point) {
      const [lng, lat] = toDegrees(point);
      if (isNear) {
        this.parts.map.goTo({ lat, lon: lng, zoom: Math.max(17, this.parts.map.map.getZoom()) });
      } else {
        this.parts.map.reveal({ lat, lng });
      }
    }
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  say(key, values) {
    this.parts.notices.say(this.i18n.t(key, values));
  }

  sayVertex() {
    this.parts.notices.say(this.words.vertex);
  }

  /** What the place of a new feature tells about it: its commune. @param {readonly Point[]} points @returns {Record<string, unknown>} */
  propertiesAt(points) {
    const attribute = this.layer.attributes.find(({ references }) => references === REFERENCE);
    const unit = attribute && this.belonging.unitAround(points);
    return unit ? { [attribute.name]: unit.fid, [`${attribute.name}_code`]: unit.properties.code, [`${attribute.name}_name`]: unit.properties.name } : {};
  }

  /** A place where somebody is just drawing, that lies outside of where it may. @param {Point | null} point null: none @param {Shape | null} [shape] that gets it */
  tellStray(point, shape = null) {
    const stray = point && this.belonging.at(point, shape);
    this._toolbar?.showStray(stray ? this.words.strayOf(stray) : '');
  }

  /** @param {string | null} key @param {Record<string, string | number>} [values] @param {import('./api/ProposalsApi.js').Saved['id'] | null} [compare] */
  tell(key, values, compare) {
    this._panel?.saving.tell(key, values, compare);
  }

  submit() {
    return this._panel?.saving.submit();
  }

  panelDrafts() {
    return this._panel?.drafts.draw();
  }

  save() {
    return this._panel?.saving.save();
  }

  /** @param {import('../api/types.js').Lang} lang */
  _useLanguage(lang) {
    this.i18n.use(lang);
    this._toolbar?.useLanguage();
    this._panel?.useLanguage();
    this.changed();
  }
}
