// @ts-check
import { same } from '../topology/grid.js';

/** @typedef {import('../topology/types.js').Shape} Shape */

/** What the editor says about things that it has at hand. */
export class Wording {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
  }

  /** @param {string} why of an outcome @returns {string} */
  reason(why) {
    const { i18n } = this._bench;
    const made = /^makes\.(.+)$/.exec(why)?.[1];
    return made ? i18n.t('why.makes', { what: i18n.t(`finding.${made}`).toLocaleLowerCase(i18n.lang) }) : i18n.t(`why.${why}`);
  }

  /** @param {Shape} shape @returns {string} */
  titleOf({ fid, properties, point }) {
    const title = properties[this._bench.layer.label] ?? properties.name;
    return title ? String(title) : fid === null ? this._bench.i18n.t(point ? 'feature.newPoint' : 'feature.new') : `#${fid}`;
  }

  /** The selected vertex, or the place of a point. */
  get vertex() {
    const { i18n, workspace } = this._bench;
    const { shape, vertex, coverage } = workspace;
    if (!shape || !vertex) {
      return '';
    }
    if (shape.point) {
      return i18n.t('vertex.point', { title: this.titleOf(shape) });
    }
    const all = shape.polygons.flat(2);
    const others = coverage.through(vertex).filter(({ id }) => id !== shape.id).map((other) => this.titleOf(other));
    return i18n.t('vertex.at', {
      i: all.findIndex((point) => same(point, vertex)) + 1, n: all.length,
      shared: others.length > 0 ? i18n.t('vertex.shared', { who: others.join(', ') }) : '',
    });
  }

  /** @param {import('../Workspace.js').LocalFinding} finding @returns {string} what is wrong, in the words of the server where it says the same */
  textOf(finding) {
    const { i18n, workspace } = this._bench;
    const shape = workspace.coverage.get(finding.ids[0]);
    const id = shape && shape.fid !== null ? ` (${shape.id})` : '';
    const what = !shape ? '' : finding.code === 'outsideArea' ? `“${this.titleOf(shape)}”${id}` : `${this.titleOf(shape)}${id}`;
    const size = !('size' in finding) ? '' : finding.code === 'gap' ? i18n.exactMetres(finding.size) : i18n.land(finding.size);
    return i18n.t(`finding.${finding.code}`, { size, what, unit: 'unit' in finding ? finding.unit : '', ...this._account });
  }

  /** @param {{code: string, unit: string}} stray @returns {string} of a place where somebody is just drawing */
  strayOf({ code, unit }) {
    return this._bench.i18n.t(`stray.${code}`, { unit, ...this._account });
  }

  /** For sentences about the area of who is signed in. */
  get _account() {
    return { name: this._bench.session.name ?? '', units: this._bench.belonging.areaText };
  }
}
