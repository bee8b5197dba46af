// @ts-check
import { el } from '../dom/el.js';
import { icon } from '../dom/icon.js';
import { fieldTable, shiftText } from './changeParts.js';
import { Conflicts } from './Conflicts.js';
import { SwipeMap } from './SwipeMap.js';

const DANGEROUS = ['return', 'revert', 'discard'];
const MAIN = ['submit', 'approve', 'publish'];

/** One proposal with all that an approver looks at. */
export class ProposalView {
  /**
   * @param {import('./i18n/ReviewI18n.js').ReviewI18n} i18n
   * @param {{onStep: (action: string, comment: string, more?: Record<string, any>) => void, onComment: (text: string, feature: string | null) => void}} listeners
   */
  constructor(i18n, listeners) {
    this._i18n = i18n;
    this._listeners = listeners;
    this._feature = /** @type {string | null} */ (null);
    /** @type {import('../api/types.js').Layer[]} */
    this._layers = [];
  }

  /** @param {HTMLElement} into @param {any} proposal @param {import('../api/types.js').Catalogue} catalogue */
  show(into, proposal, catalogue) {
    this._feature = null;
    this._layers = catalogue.layers;
    this._map = new SwipeMap(this._i18n);
    const hasShapes = proposal.changes.some(({ geometry }) => geometry.before || geometry.after);
    into.replaceChildren(
      this._head(proposal),
      ...(proposal.conflicts.length > 0 ? [this._conflicts(proposal)] : []),
      ...(hasShapes ? [this._block('map.heading', {}, this._map.root,
        el('div', { class: 'actions' }, this._button('map.whole', () => this._map?.whole())))] : []),
      this._findings(proposal),
      this._changes(proposal),
      this._talk(proposal),
      this._steps(proposal));
    if (hasShapes) {
      this._map.open(catalogue, proposal.changes);
    }
  }

  /** @param {string} key @param {Record<string, string | number>} values @param {...(Node | null)} children */
  _block(key, values, ...children) {
    return el('section', { class: 'block', 'data-testid': key.split('.')[0] }, el('h2', {}, this._i18n.t(key, values)), ...children);
  }

  /** @param {string} key @param {() => void} run @param {string} [kind] */
  _button(key, run, kind = '') {
    return el('button', { type: 'button', class: `button ${kind}`, 'data-testid': key, onclick: run }, this._i18n.t(key));
  }

  /** @param {any} proposal */
  _head(proposal) {
    const i18n = this._i18n;
    const fact = (/** @type {string} */ key, /** @type {string | null} */ value) => (value ? [el('dt', {}, i18n.t(key)), el('dd', {}, value)] : []);
    return el('section', { class: 'block', 'data-testid': 'head' },
      el('h2', {}, proposal.title, ' ', el('span', { class: 'state-tag', 'data-state': proposal.state }, i18n.t(`state.${proposal.state}`))),
      proposal.message ? el('p', {}, proposal.message) : null,
      el('dl', { class: 'facts' },
        ...fact('fact.author', proposal.author),
        ...fact('fact.edited', `${proposal.lastEditor} · ${i18n.instant(proposal.edited)}`),
        ...fact('fact.decision', proposal.decision),
        ...fact('fact.validFrom', proposal.validFrom ? i18n.date(proposal.validFrom) : i18n.t('fact.correction')),
        ...fact('fact.changeset', proposal.changeset ? String(proposal.changeset) : null)));
  }

  /** @param {any} proposal */
  _conflicts(proposal) {
    const conflicts = new Conflicts(this._i18n, proposal.conflicts, (choices) => this._listeners.onStep('rebase', '', { choices }));
    return this._block('conflicts.heading', {}, ...conflicts.nodes);
  }

  /** @param {any} proposal */
  _findings(proposal) {
    const i18n = this._i18n;
    return this._block('findings.heading', {},
      proposal.findings.length === 0 ? el('p', {}, i18n.t('findings.none')) : el('ul', {}, ...proposal.findings.map((finding) => el('li', {
        class: 'finding', 'data-severity': finding.severity,
      },
      icon(finding.severity === 'error' ? 'error' : 'warning'),
      el('span', {}, el('strong', {}, `${i18n.t(`findings.${finding.severity}`)}: `), i18n.pick(finding.text)),
      finding.place ? this._button('findings.show', () => this._map?.show(finding.place, true)) : null))));
  }

  /** @param {any} proposal */
  _changes(proposal) {
    const { changes } = proposal;
    return this._block('changes.heading', { n: changes.length },
      ...(changes.length === 0 ? [el('p', {}, this._i18n.t('changes.none'))] : changes.map((change) => this._change(change))));
  }

  /** @param {any} change */
  _change(change) {
    const i18n = this._i18n;
    const sizes = shiftText(i18n, change.shift);
    const shape = change.geometry.after ?? change.geometry.before;
    return el('div', { class: 'change', 'data-testid': 'change' },
      el('div', { class: 'change-head' },
        el('h3', {}, `${change.name} · ${i18n.t(`op.${change.op}`)}`),
        el('span', { class: 'actions' },
          shape ? this._button('findings.show', () => this._map?.show(shape, false)) : null,
          change.feature ? this._button('changes.comment', () => this._about(change.feature)) : null)),
      sizes ? el('p', {}, sizes) : null,
      change.fields.length > 0 ? fieldTable(i18n, change.fields, this._layers.find(({ name }) => name === change.layer)) : null,
      change.neighbours.length > 0
        ? el('p', { class: 'quiet' }, i18n.t('changes.neighbours', { names: change.neighbours.map(({ name }) => name).join(', ') })) : null);
  }

  /** @param {string} feature */
  _about(feature) {
    this._feature = feature;
    if (this._aboutLine) {
      this._aboutLine.textContent = this._i18n.t('talk.about', { feature });
    }
    this._text?.focus();
  }

  /** @param {any} proposal */
  _talk(proposal) {
    const i18n = this._i18n;
    const text = el('textarea', { id: 'comment', maxlength: 4000, 'data-testid': 'comment' });
    this._text = text;
    this._aboutLine = el('span', { class: 'quiet' });
    const comments = proposal.comments.map((comment) => el('li', {},
      el('strong', {}, comment.who), ` · ${i18n.instant(comment.when)}${comment.feature ? ` · ${comment.feature}` : ''}\n`, comment.text));
    return this._block('talk.heading', {},
      comments.length > 0 ? el('ul', { class: 'talk' }, ...comments) : el('p', { class: 'quiet' }, i18n.t('talk.none')),
      el('label', { for: 'comment' }, i18n.t('talk.text'), ' ', this._aboutLine),
      text,
      el('div', { class: 'actions' },
        ...proposal.allowed.filter((action) => action !== 'save').map((action) => this._button(
          `do.${action}`, () => this._listeners.onStep(action, text.value.trim()), DANGEROUS.includes(action) ? 'danger' : MAIN.includes(action) ? 'primary' : '')),
        this._button('talk.send', () => {
          if (text.value.trim()) {
            this._listeners.onComment(text.value.trim(), this._feature);
          }
        })));
  }

  /** @param {any} proposal */
  _steps(proposal) {
    return this._block('steps.heading', {}, el('ul', { class: 'talk' }, ...proposal.transitions.map((step) => el('li', {},
      el('strong', {}, step.who), ` ${this._i18n.t(`step.${step.action}`)} · ${this._i18n.instant(step.when)}`, step.comment ? `\n${step.comment}` : ''))));
  }
}
