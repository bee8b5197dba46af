// @ts-check
import { el } from '../../dom/el.js';
import { icon } from '../../dom/icon.js';
import { DraftsSection } from './DraftsSection.js';
import { FeatureSection } from './FeatureSection.js';
import { FindingsSection } from './FindingsSection.js';
import { ListSection } from './ListSection.js';
import { PlaceSection } from './PlaceSection.js';
import { PresenceSection } from './PresenceSection.js';
import { SaveSection } from './SaveSection.js';

/** Beside the map: the selected feature, what is wrong, coordinates, saving, and the list of features. */
export class EditorPanel {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this.feature = new FeatureSection(bench);
    this.findings = new FindingsSection(bench);
    this.place = new PlaceSection(bench);
    this.saving = new SaveSection(bench);
    this.list = new ListSection(bench);
    this.drafts = new DraftsSection(bench);
    this.presence = new PresenceSection(bench);
    this._title = el('h2', { id: 'editor-title' });
    this._layerLabel = el('label', { class: 'hidden', for: 'editor-layer' });
    this._layer = el('select', { id: 'editor-layer', 'data-testid': 'editor-layer', onchange: () => void bench.useLayer(this._layer.value) });
    this._close = el('button', { type: 'button', class: 'button', 'data-testid': 'editor-close', onclick: () => void bench.close() }, icon('done'), el('span', {}));
    this._fold = el('button', {
      type: 'button', class: 'icon-button editor-fold', 'data-testid': 'editor-fold', 'aria-controls': 'editor-sections', onclick: () => this._setFolded(!this._isFolded),
    }, icon('chevron'));
    this._isFolded = false;
    this._status = el('p', { class: 'quiet', role: 'status', 'data-testid': 'editor-status' });
    this._keys = el('details', { class: 'editor-keys' }, el('summary', {}), el('p', { class: 'quiet' }));
    this._statusKey = 'edit.loading';
    this.root = el('aside', { class: 'editor-panel', 'aria-labelledby': 'editor-title', 'data-testid': 'editor-panel' },
      el('header', { class: 'editor-header' }, this._title, this._fold, this._close),
      el('div', { class: 'editor-sections', id: 'editor-sections' },
        el('div', { class: 'editor-layer' }, this._layerLabel, this._layer, this._status),
        this.presence.root, this.drafts.root, this.feature.root, this.findings.root, this.place.root, this.saving.root, this.list.root, this._keys));
  }

  /** Of use on a phone, where the panel covers what one draws. @param {boolean} isFolded */
  _setFolded(isFolded) {
    this._isFolded = isFolded;
    document.documentElement.toggleAttribute('data-folded', isFolded);
    this._fold.setAttribute('aria-expanded', String(!isFolded));
    this._fold.setAttribute('aria-label', this._bench.i18n.t(isFolded ? 'edit.unfold' : 'edit.fold'));
  }

  useLanguage() {
    const { i18n } = this._bench;
    this._setFolded(this._isFolded);
    this._title.textContent = i18n.t('edit.label');
    this._layerLabel.textContent = i18n.t('edit.layer');
    /** @type {HTMLElement} */ (this._close.lastElementChild).textContent = i18n.t('edit.close');
    const [summary, text] = this._keys.children;
    summary.textContent = i18n.t('edit.help');
    text.textContent = i18n.t('edit.keys');
    for (const section of [this.presence, this.feature, this.findings, this.place, this.saving, this.list]) {
      section.useLanguage();
    }
    void this.drafts.draw();
  }

  draw() {
    const { i18n, layers, workspace } = this._bench;
    this._layer.replaceChildren(...layers.map(({ name, title }) => el('option', { value: name, selected: name === workspace.layer }, i18n.pick(title))));
    this.showStatus(this._statusKey);
    this.feature.draw();
    this.findings.draw();
    this.place.draw();
    this.saving.draw();
    this.list.draw();
  }

  /** @param {string} key */
  showStatus(key) {
    this._statusKey = key;
    const text = this._bench.i18n.t(key, { n: this._bench.i18n.number(key === 'edit.loaded' ? this._bench.inView.length : 0) });
    if (this._status.textContent !== text) {
      this._status.textContent = text;
    }
  }

  /** @param {import('../topology/types.js').Shape | null} shape while it moves */
  showMeasures(shape) {
    this.feature.showMeasures(shape);
  }
}
