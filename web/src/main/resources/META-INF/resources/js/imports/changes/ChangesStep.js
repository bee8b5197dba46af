// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { message } from '../dom/message.js';
import { replaceKeeping } from '../dom/replaceKeeping.js';
import { ChangeList } from './ChangeList.js';
import { ChangesMap } from './ChangesMap.js';
import { describeChange, describeIssue } from './describe.js';
import { IssueList } from './IssueList.js';
import { countOf, KINDS, kindSign } from './kinds.js';

/** @typedef {import('../types.js').Kind} Kind */

/** @type {readonly ('txt' | 'csv' | 'geojson' | 'json')[]} */
const FORMATS = ['txt', 'csv', 'geojson', 'json'];

/** What publishing would do: counts that filter, a map of before and after, and everything that was found. */
export class ChangesStep {
  /**
   * @param {HTMLElement} root
   * @param {{i18n: import('../i18n/ImportsI18n.js').ImportsI18n, desk: import('../Desk.js').Desk,
   *   catalogue: () => import('../../api/types.js').Catalogue, layerOf: (name: string) => import('../../api/types.js').Layer | undefined,
   *   reportUrl: (id: string, format: 'json'|'csv'|'geojson'|'txt') => string}} options
   */
  constructor(root, { i18n, desk, catalogue, layerOf, reportUrl }) {
    this._root = root;
    this._i18n = i18n;
    this._desk = desk;
    this._catalogue = catalogue;
    this._reportUrl = reportUrl;
    const titleOf = (/** @type {string} */ name) => name === 'decision' ? i18n.t('form.decision')
      : i18n.pick(layerOf(desk.one?.layer ?? '')?.attributes.find((attribute) => attribute.name === name)?.title) || name;
    this._map = new ChangesMap(i18n, (change) => describeChange(change, i18n, titleOf));
    this._mapBox = el('div', { class: 'map-box' }, this._map.root);
    this._legend = el('ul', { class: 'map-legend' });
    this._list = new ChangeList(i18n, titleOf, (changes, from) => this._goTo(() => this._map.goTo(changes), from));
    this._issues = new IssueList(i18n, (issue, from) => this._goTo(() => issue.lonLat && this._map.goToPlace(issue.lonLat, describeIssue(issue, i18n)), from));
    /** @type {Kind | null} null: everything that changes */
    this._filter = null;
    /** @type {HTMLElement | null} the entry of a list that led to the map */
    this._cameFrom = null;
    this._drawn = '';
  }

  draw() {
    const { one, map, isBusy } = this._desk;
    this._root.classList.toggle('stale', isBusy);
    this._root.setAttribute('aria-busy', String(isBusy));
    if (isBusy && this._drawn) {
      return;
    }
    const drawn = JSON.stringify([this._i18n.lang, one?.id, one?.state, one?.report?.counts, one?.report?.findings, map?.total, map?.shown, map?.bbox]);
    if (drawn === this._drawn) {
      return;
    }
    this._drawn = drawn;
    if (one?.report) {
      this._build(one, one.report);
    } else {
      replaceKeeping(this._root, el('p', { class: 'quiet' }, this._i18n.t('changes.waiting')));
    }
  }

  /** @param {import('../types.js').Import} one @param {import('../types.js').Report} report */
  _build(one, report) {
    const t = this._i18n;
    const { map } = this._desk;
    const hasShapes = (map?.features ?? []).some(({ geometry }) => geometry !== null);
    this._filter = this._filter && countOf(report.counts, this._filter) === 0 ? null : this._filter;
    this._tiles = el('div', { class: 'tiles', role: 'group', 'aria-label': t.t('changes.filter'), 'data-testid': 'tiles' });
    replaceKeeping(this._root,
      this._tiles,
      hasShapes ? this._mapBox : null,
      hasShapes ? this._legend : null,
      map && map.shown < map.total ? message('info', el('p', {}, t.t('changes.some', { shown: t.number(map.shown), total: t.number(map.total) }))) : null,
      this._list.root,
      this._issues.root,
      this._downloads(one));
    this._issues.draw(report.findings);
    if (hasShapes) {
      this._map.open(this._catalogue());
    }
    this._drawFilter(report, true);
  }

  /** @param {import('../types.js').Report} report @param {boolean} fit */
  _drawFilter(report, fit) {
    const t = this._i18n;
    const features = this._desk.map?.features ?? [];
    replaceKeeping(/** @type {HTMLElement} */ (this._tiles), ...KINDS.map((kind) => {
      const count = countOf(report.counts, kind);
      return el('button', {
        type: 'button', class: `tile ${kind}`, 'aria-pressed': String(this._filter === kind), disabled: count === 0,
        'data-key': `tile-${kind}`, 'data-testid': `tile-${kind}`,
        onclick: () => {
          this._filter = this._filter === kind ? null : kind;
          this._drawFilter(report, true);
        },
      }, kindSign(kind), el('span', { class: 'tile-number' }, t.number(count)), el('span', { class: 'tile-name' }, t.t(`kind.${kind}`)));
    }));
    const shown = this._filter ? features.filter(({ properties }) => properties.kind === this._filter) : features;
    this._map.show(shown, { fit });
    this._legend.replaceChildren(...this._legendItems(shown));
    this._list.draw(shown.filter(({ properties }) => properties.side !== 'issue'), this._filter);
  }

  /** @param {readonly import('../types.js').Change[]} shown */
  _legendItems(shown) {
    const t = this._i18n;
    const has = (/** @type {string} */ side) => shown.some(({ properties }) => properties.side === side);
    const item = (/** @type {string} */ look, /** @type {string} */ text) => el('li', {}, el('span', { class: `legend-line ${look}`, 'aria-hidden': 'true' }), text);
    return [
      has('before') ? item('before', t.t('changes.legendBefore')) : null,
      has('after') ? item('after', t.t('changes.legendAfter')) : null,
      has('issue') ? el('li', {}, icon('warning'), t.t('changes.legendIssue')) : null,
    ].filter((node) => node !== null);
  }

  /** @param {() => void} show @param {HTMLElement} from */
  _goTo(show, from) {
    this._cameFrom = from;
    this._back?.remove();
    this._back = el('button', {
      type: 'button', class: 'button map-back', 'data-testid': 'back-to-list',
      onclick: () => {
        this._back?.remove();
        this._cameFrom?.scrollIntoView({ block: 'center' });
        this._cameFrom?.focus();
      },
    }, icon('previous'), this._i18n.t('changes.back'));
    this._mapBox.append(this._back);
    show();
    this._mapBox.scrollIntoView({ block: 'center' });
    this._back.focus({ preventScroll: true });
  }

  /** @param {import('../types.js').Import} one */
  _downloads(one) {
    const t = this._i18n;
    return el('div', { class: 'downloads' },
      el('h3', { id: 'downloads' }, t.t('report.heading')),
      el('ul', { class: 'actions', 'aria-labelledby': 'downloads' }, ...FORMATS.map((format) => el('li', {}, el('a', {
        class: 'button', href: this._reportUrl(one.id, format), download: '', 'data-testid': `report-${format}`,
      }, icon('download'), t.t(`report.${format}`))))));
  }
}
