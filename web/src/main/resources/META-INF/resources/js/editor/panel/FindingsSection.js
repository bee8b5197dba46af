// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { fromDegrees } from '../topology/grid.js';

/** @typedef {import('../topology/types.js').Point} Point */

/** What is wrong, each with its place and, where one step mends it, that step. */
export class FindingsSection {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this._heading = el('h3', { id: 'editor-findings' });
    this._none = el('p', { class: 'quiet' });
    this._list = el('ul', { class: 'editor-findings', 'data-testid': 'findings' });
    this.root = el('section', { class: 'editor-section', 'aria-labelledby': 'editor-findings' }, this._heading, this._none, this._list);
  }

  useLanguage() {
    this._heading.textContent = this._bench.i18n.t('finding.heading');
  }

  draw() {
    const { workspace, i18n, serverFindings } = this._bench;
    // The server has said the same more exactly.
    const isSaid = (/** @type {import('../Workspace.js').LocalFinding} */ finding) => finding.code === 'outsideUnit'
      && serverFindings.some(({ code, text }) => code === 'OUTSIDE_UNIT' && i18n.pick(text).startsWith(this._bench.words.textOf(finding).split(i18n.land(finding.size))[0]));
    const local = workspace.findings.filter((finding) => !isSaid(finding)).map((finding) => this._row({
      severity: finding.code === 'gap' ? 'warning' : 'error',
      text: this._bench.words.textOf(finding),
      who: finding.ids.map((id) => workspace.coverage.get(id)).map((shape) => (shape ? this._bench.words.titleOf(shape) : '')).filter(Boolean).join(', '),
      place: finding.place,
      mend: 'mend' in finding ? () => this._bench.commands.mend(finding) : null,
    }));
    const server = serverFindings.map((finding) => this._row({
      severity: finding.severity, text: i18n.pick(finding.text), who: '', place: placeOf(finding.place), mend: null,
    }));
    this._none.hidden = local.length + server.length > 0 || !workspace.isChanged;
    this._none.textContent = i18n.t('finding.none');
    this.root.hidden = local.length + server.length === 0 && !workspace.isChanged;
    this._list.replaceChildren(...local, ...server);
  }

  /** @param {{severity: 'error' | 'warning', text: string, who: string, place: Point | null, mend: (() => void) | null}} finding */
  _row({ severity, text, who, place, mend }) {
    const { i18n } = this._bench;
    return el('li', { class: `editor-finding ${severity}`, 'data-testid': 'finding' },
      icon(severity),
      el('div', {},
        el('p', {}, el('strong', {}, `${i18n.t(`finding.${severity}`)}: `), text),
        who ? el('p', { class: 'quiet' }, who) : null,
        el('div', { class: 'editor-row' },
          place ? el('button', { type: 'button', class: 'button', 'data-testid': 'go', onclick: () => this._bench.reveal(place, true) }, i18n.t('finding.go')) : null,
          mend ? el('button', { type: 'button', class: 'button', 'data-testid': 'mend', onclick: mend }, i18n.t('finding.mend')) : null)));
  }
}

/** @param {any} place GeoJSON of any kind @returns {Point | null} its first position */
function placeOf(place) {
  let at = place?.coordinates ?? place?.geometry?.coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) {
    [at] = at;
  }
  return Array.isArray(at) && at.length >= 2 ? fromDegrees(at) : null;
}
