// @ts-check
import { el } from '../../dom/el.js';
import { editsOf } from '../drafts/draft.js';
import { askToDiscard } from './draftQuestions.js';

/** @typedef {'title' | 'message' | 'decision' | 'validFrom'} Word */

/** The proposal: its words, saving it on the server, having it checked, submitting it. The draft on the device is never given up for that. */
export class SaveSection {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this._heading = el('h3', { id: 'editor-saving' });
    /** @type {Map<Word, {label: HTMLLabelElement, input: HTMLInputElement | HTMLTextAreaElement}>} */
    this._words = new Map();
    const form = el('form', { class: 'editor-form', novalidate: true, onsubmit: (event) => { event.preventDefault(); void this.save(); } });
    for (const word of /** @type {Word[]} */ (['title', 'message', 'decision', 'validFrom'])) {
      const id = `draft-${word}`;
      const common = { id, 'data-testid': id, oninput: () => bench.workspace.setWords({ [word]: input.value }) };
      const input = word === 'message' ? el('textarea', { ...common, rows: 2 })
        : el('input', { ...common, type: word === 'validFrom' ? 'date' : 'text', maxlength: 200, autocomplete: 'off' });
      const label = el('label', { for: id });
      this._words.set(word, { label, input });
      form.append(label, input);
    }
    const button = (/** @type {string} */ name, /** @type {string} */ extra, /** @type {() => void} */ run) => el('button', {
      type: name === 'save' ? 'submit' : 'button', class: `button ${extra}`, 'data-testid': `draft-${name}`, onclick: name === 'save' ? null : run,
    });
    this._save = button('save', '', () => {});
    this._check = button('check', '', () => void this.check());
    this._submit = button('submit', 'primary', () => void this.submit());
    this._about = el('p', { class: 'quiet', 'data-testid': 'draft-about' });
    this._message = el('p', { class: 'editor-message', role: 'status', hidden: true, 'data-testid': 'saving-message' });
    this._another = button('another', '', () => void this._startAnother());
    this._discard = button('discard-open', '', () => void this._discardOpen());
    form.append(el('div', { class: 'editor-wide editor-row' }, this._save, this._check, this._submit), this._message,
      el('div', { class: 'editor-wide editor-row' }, this._another, this._discard));
    this.root = el('section', { class: 'editor-section', 'aria-labelledby': 'editor-saving' }, this._heading, this._about, form);
    this._isBusy = false;
    this._shown = '';
    /** The same for every attempt to create the same proposal: a lost answer makes no second one. */
    this._attempt = '';
  }

  useLanguage() {
    const { i18n } = this._bench;
    this._heading.textContent = i18n.t('draft.heading');
    this._words.forEach(({ label }, word) => {
      label.textContent = i18n.t(`draft.${word}`);
    });
    this._save.textContent = i18n.t('draft.save');
    this._check.textContent = i18n.t('draft.check');
    this._submit.textContent = i18n.t('draft.submit');
    this._another.textContent = i18n.t('draft.another');
    this._discard.textContent = i18n.t('draft.discardOpen');
  }

  draw() {
    const { workspace, i18n } = this._bench;
    const n = workspace.coverage.changes.size;
    const { saved, words, isDirty } = workspace.draft;
    const areMixed = this._bench.layer.geometry.includes('point');
    // What somebody is just typing stays, unless it was of another draft.
    const isOther = this._shown !== workspace.draft.id;
    this._shown = workspace.draft.id;
    this._words.forEach(({ input }, word) => {
      if ((isOther || input !== document.activeElement) && input.value !== words[word]) {
        input.value = words[word];
      }
    });
    const where = saved === null ? 'draft.kept' : isDirty ? 'draft.keptNewer' : 'draft.keptBoth';
    this._about.textContent = n === 0 ? i18n.t('draft.noChanges')
      : `${i18n.t(areMixed ? 'draft.changesMixed' : 'draft.changes', { n })}. ${i18n.t(where, { id: saved?.id ?? '' })}`;
    this._another.hidden = n === 0;
    this._discard.hidden = n === 0;
    for (const button of [this._save, this._check, this._submit]) {
      button.disabled = n === 0 || this._isBusy;
    }
  }

  /** @returns {Promise<boolean>} */
  save() {
    return this._run(async () => {
      const { id, conflicts } = await this._put();
      await this._bench.panelDrafts();
      this.tell(conflicts?.length ? 'draft.savedOver' : 'draft.saved', { id: String(id), n: conflicts?.length ?? 0 });
    });
  }

  check() {
    return this._run(async () => {
      const { workspace, api } = this._bench;
      this._bench.serverFindings = await api.check(editsOf(workspace.coverage));
      this.tell(this._bench.serverFindings.length > 0 ? 'draft.checked' : 'draft.checkedClean', { n: this._bench.serverFindings.length });
    });
  }

  async submit() {
    const { workspace } = this._bench;
    if (!workspace.draft.words.title.trim()) {
      this.tell('draft.needTitle');
      this._words.get('title')?.input.focus();
      return false;
    }
    if (workspace.isFaulty) {
      this.tell('draft.blocked');
      return false;
    }
    return this._run(async () => {
      const saved = await this._put();
      const submitted = await this._bench.api.submit(saved, workspace.draft.words.message);
      await workspace.forget();
      await this._bench.startAfresh();
      await this._bench.panelDrafts();
      this.tell('draft.submitted', { id: String(submitted?.id ?? saved.id) });
    });
  }

  async _put() {
    const { workspace, api } = this._bench;
    const { coverage } = workspace;
    const { words, saved, id, rest = [] } = workspace.draft;
    const proposal = {
      ...words, title: words.title.trim() || this._bench.i18n.t('draft.untitled'), validFrom: words.validFrom || null,
      edits: [...editsOf(coverage), ...rest],
    };
    this._attempt ||= `${id}-${Date.now().toString(36)}`;
    const next = saved ? await api.replace(saved, proposal) : await api.create(proposal, this._attempt);
    this._attempt = '';
    workspace.setSaved(next, { coverage, words });
    return next;
  }

  /** What is open stays a draft, for later. */
  async _startAnother() {
    await this._bench.workspace.keep();
    await this._bench.startAfresh();
    await this._bench.panelDrafts();
    this.tell('draft.startedAnother');
    document.getElementById('map')?.focus({ preventScroll: true });
  }

  async _discardOpen() {
    const { workspace, i18n, api } = this._bench;
    const { saved, words } = workspace.draft;
    if (this._isBusy || !await askToDiscard(i18n, words.title || i18n.t('draft.untitled'), saved ? 'both' : 'device')) {
      return;
    }
    await this._run(async () => {
      await (saved && api.discard(saved));
      await workspace.forget();
      await this._bench.startAfresh();
      await this._bench.panelDrafts();
      this.tell('draft.discarded');
    });
    document.getElementById('map')?.focus({ preventScroll: true });
  }

  /** @param {() => Promise<void>} run */
  async _run(run) {
    if (this._isBusy || !this._bench.workspace.isChanged) {
      return false;
    }
    this._isBusy = true;
    this.draw();
    try {
      await this._bench.workspace.keep();
      await run();
      return true;
    } catch (error) {
      const status = /** @type {any} */ (error)?.status;
      const { saved } = this._bench.workspace.draft;
      if (saved && (status === 412 || status === 404 || (status === 409 && /** @type {any} */ (error).code === 'WrongState'))) {
        // The server's stays as it is, and this one becomes a proposal of its own.
        this._bench.workspace.setSaved(null);
        this.tell(status === 412 ? 'draft.conflict' : 'draft.overMeanwhile', { why: this._bench.i18n.error(error) });
        await this._bench.panelDrafts();
      } else if (status === 409 && saved) {
        // the draft is at the server; who reviews can merge it with what others published
        this.tell('draft.meanwhile', { why: this._bench.i18n.error(error) }, saved.id);
      } else {
        this.tell('draft.failed', { why: this._bench.i18n.error(error) });
      }
      return false;
    } finally {
      this._isBusy = false;
      this._bench.changed();
    }
  }

  /**
   * @param {string | null} key null: nothing @param {Record<string, string | number>} [values]
   * @param {import('../api/ProposalsApi.js').Saved['id'] | null} [compare] the proposal to look at on the review page
   */
  tell(key, values, compare = null) {
    this._message.hidden = key === null;
    this._message.replaceChildren(...(key === null ? [] : [this._bench.i18n.t(key, values)]),
      ...(compare === null ? [] : [' ', el('a', { href: `/review.html#${compare}` }, this._bench.i18n.t('draft.compare'))]));
    this._message.scrollIntoView({ block: 'nearest' });
  }
}
