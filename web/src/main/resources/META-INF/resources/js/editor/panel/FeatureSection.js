// @ts-check
import { el } from '../../dom/el.js';
import { areaOf, lengthOf } from '../measure/measure.js';
import { DrawTool } from '../tools/DrawTool.js';
import { PickTool } from '../tools/PickTool.js';
import { toDegrees } from '../topology/grid.js';
import { verticesOf } from '../topology/shapes.js';
import { AttributeForm } from './AttributeForm.js';

/** @typedef {import('../topology/types.js').Shape} Shape */

/** @type {readonly [metres: number, text: string][]} */
const STEPS = [[0.01, '0,01 m'], [0.1, '0,1 m'], [1, '1 m'], [10, '10 m'], [100, '100 m']];

/** The selected feature: how large it is, which vertex is chosen, its neighbours, its values. */
export class FeatureSection {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this._form = new AttributeForm(bench);
    this._heading = el('h3', { id: 'editor-feature' });
    this._title = el('p', { class: 'editor-name', 'data-testid': 'selected-title' });
    this._measures = el('dl', { class: 'attributes', 'data-testid': 'measures' });
    this._vertex = el('p', { 'data-testid': 'vertex' });
    this._hold = el('button', { type: 'button', class: 'button', 'data-testid': 'hold', onclick: () => this._bench.keys.hold(!this._bench.keys.isHeld) });
    this._stepLabel = el('label', { for: 'editor-step' });
    this._step = el('select', { id: 'editor-step', 'data-testid': 'step', onchange: () => { bench.keys.stepMetres = Number(this._step.value); } });
    this._vertexRow = el('div', { class: 'editor-vertex' }, this._vertex, el('div', { class: 'editor-row' }, this._stepLabel, this._step, this._hold));
    this._neighbours = el('div', { class: 'editor-neighbours' });
    this._info = el('details', { class: 'editor-info', open: true }, el('summary', {}), this._form.root);
    this.root = el('section', { class: 'editor-section', 'aria-labelledby': 'editor-feature' },
      this._heading, this._title, this._measures, this._vertexRow, this._neighbours, this._info);
  }

  useLanguage() {
    const { i18n } = this._bench;
    this._stepLabel.textContent = i18n.t('vertex.step');
    this._step.replaceChildren(...STEPS.map(([metres, text]) => el('option', { value: metres, selected: metres === this._bench.keys.stepMetres },
      i18n.lang === 'vi' ? text : text.replace(',', '.'))));
    /** @type {HTMLElement} */ (this._info.firstElementChild).textContent = i18n.t('feature.info');
    this._form.useLanguage();
  }

  draw() {
    const { workspace, i18n, tool, keys } = this._bench;
    const { shape } = workspace;
    this._heading.textContent = i18n.t(shape?.point ? 'feature.headingPoint' : 'feature.heading');
    this._title.textContent = shape ? this._bench.words.titleOf(shape) : i18n.t('hint.none');
    this._info.hidden = !shape;
    this._vertexRow.hidden = !shape || !workspace.vertex;
    this._vertex.textContent = this._bench.words.vertex;
    this._hold.textContent = i18n.t(`vertex.${keys.isHeld ? 'release' : 'hold'}${shape?.point ? 'Point' : ''}`);
    this._hold.setAttribute('aria-pressed', String(keys.isHeld));
    if (tool instanceof DrawTool) {
      this._drawSketch(tool);
    } else {
      this.showMeasures(shape);
    }
    this._drawNeighbours(shape);
    this._form.draw(shape);
  }

  /** @param {Shape | null} shape */
  showMeasures(shape) {
    const { i18n, workspace } = this._bench;
    if (shape?.point) {
      this._measures.replaceChildren(el('dt', {}, i18n.t('feature.point')), el('dd', { 'data-testid': 'point' }, i18n.lonLat(toDegrees(shape.point))));
      return;
    }
    const before = shape && workspace.loaded.get(shape.id);
    const was = shape && before && before.polygons !== shape.polygons ? areaOf(before.polygons) : null;
    this._measures.replaceChildren(...(shape ? [
      el('dt', {}, i18n.t('feature.area')),
      el('dd', { 'data-testid': 'area' }, i18n.hectares(areaOf(shape.polygons)),
        was === null ? null : el('span', { class: 'quiet editor-was' }, i18n.t('feature.was', { area: i18n.hectares(was) }))),
      el('dt', {}, i18n.t('feature.length')), el('dd', {}, i18n.metres(shape.polygons.flat().reduce((sum, ring) => sum + lengthOf(ring, true), 0))),
      el('dt', {}, i18n.t('feature.vertices')), el('dd', {}, i18n.number(shape.polygons.flat(2).length)),
    ] : []));
  }

  /** @param {DrawTool} tool */
  _drawSketch({ points, name }) {
    const { i18n } = this._bench;
    const isClosed = name !== 'split' && points.length > 2;
    const values = { n: points.length, length: i18n.metres(lengthOf(points, isClosed)), area: isClosed ? i18n.hectares(Math.abs(areaOf([[points]]))) : '' };
    this._measures.replaceChildren(el('dd', { class: 'editor-wide', 'data-testid': 'sketch' }, i18n.t(isClosed ? 'hint.pointsArea' : 'hint.points', values)));
  }

  /** @param {Shape | null} shape for merging and cutting without a mouse */
  _drawNeighbours(shape) {
    const { tool, workspace, i18n } = this._bench;
    if (!shape || !(tool instanceof PickTool)) {
      this._neighbours.replaceChildren();
      return;
    }
    const own = verticesOf(shape);
    const all = workspace.coverage.near(shape.box).filter((other) => other.id !== shape.id && !other.point
      && (tool.name === 'cut' || [...verticesOf(other).keys()].some((key) => own.has(key))));
    this._neighbours.replaceChildren(el('h4', {}, i18n.t('feature.neighbours')), el('ul', { class: 'rows' }, ...all.map((other) => el('li', {},
      el('button', { type: 'button', class: 'row-button', 'data-testid': 'neighbour', onclick: () => tool.pick(other.id) },
        el('span', { class: 'row-title' }, this._bench.words.titleOf(other)))))));
  }
}
