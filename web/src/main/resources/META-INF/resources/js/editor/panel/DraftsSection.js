// @ts-check
import { byId, el } from '../../dom/el.js';
import { isWaiting, placesOf } from '../drafts/placesOf.js';
import { askToDiscard, askToWithdraw } from './draftQuestions.js';

/** @typedef {import('../drafts/draft.js').Draft} Draft */
/** @typedef {import('../drafts/placesOf.js').Work} Work */

/** Where an officer's work is: on this device, on the server, on both; to go on with, to take back or to throw away. */
export class DraftsSection {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this._heading = el('h3', { id: 'editor-drafts' });
    this._list = el('ul', { class: 'editor-drafts', 'data-testid': 'drafts' });
    this._offline = el('p', { class: 'quiet' });
    this.root = el('section', { class: 'editor-section', 'aria-labelledby': 'editor-drafts', hidden: true }, this._heading, this._list, this._offline);
    this._drawing = 0;
  }

  async draw() {
    const { i18n, drafts, serverDrafts } = this._bench;
    this._drawing += 1;
    const drawing = this._drawing;
    const [locals, heads] = await Promise.all([drafts.list(), serverDrafts.list()]);
    if (drawing !== this._drawing) {
      return;
    }
    const open = this._bench.workspace.draft;
    const works = placesOf(locals.filter(({ id }) => id !== open.id), heads).filter(({ remote }) => !(remote && open.saved?.id === remote.id));
    this.root.hidden = works.length === 0;
    this._heading.textContent = i18n.t('drafts.heading');
    this._offline.hidden = heads !== null;
    this._offline.textContent = i18n.t('drafts.offline');
    const focused = this._list.contains(document.activeElement);
    this._list.replaceChildren(...works.map((work) => this._row(work)));
    if (focused) {
      (this._list.querySelector('button') ?? byId('map')).focus({ preventScroll: true });
    }
  }

  /** @param {Work} work */
  _row(work) {
    const { i18n } = this._bench;
    const { local, remote } = work;
    const title = local?.words.title || i18n.givenTitle(remote?.title ?? '') || i18n.t('draft.untitled');
    const n = work.place === 'server' || work.place === 'behind' ? remote?.editCount ?? 0 : local?.changes.length ?? 0;
    const when = i18n.instant((work.place === 'behind' ? remote?.edited : local?.changedAt ?? remote?.edited) ?? '');
    return el('li', { 'data-testid': 'draft', 'data-place': work.place },
      el('p', {}, el('strong', {}, title), ` · ${i18n.t('draft.about', { n, when })}`),
      el('p', { class: 'editor-place', 'data-testid': 'draft-place' },
        remote && remote.state !== 'draft' ? el('strong', {}, `${i18n.pick(remote.stateText)}. `) : null,
        i18n.t(`drafts.${work.place}`, { who: remote?.lastEditor ?? '', when: remote ? i18n.instant(remote.edited) : '' })),
      el('div', { class: 'editor-row' }, ...this._buttons(work, title)));
  }

  /** @param {Work} work @param {string} title */
  _buttons(work, title) {
    const { i18n } = this._bench;
    const { local, remote, place } = work;
    const button = (/** @type {string} */ id, /** @type {string} */ text, /** @type {() => Promise<void>} */ run) => el('button', {
      type: 'button', class: 'button', 'data-testid': id, 'aria-label': `${i18n.t(text)}: ${title}`, onclick: () => void this._run(run),
    }, i18n.t(text));
    if (!local && remote && isWaiting(remote)) {
      return [button('draft-withdraw', 'drafts.withdraw', () => this._withdraw(remote, title))];
    }
    const onServer = remote && (place === 'server' || place === 'behind' || place === 'apart');
    return [
      local && place !== 'behind' ? button('draft-open', onServer ? 'drafts.openDevice' : 'draft.open', () => this._openLocal(work)) : null,
      onServer ? button(place === 'apart' ? 'draft-open-server' : 'draft-open', place === 'apart' ? 'drafts.openServer' : 'draft.open', () => this._openRemote(work)) : null,
      button('draft-discard', 'draft.discard', () => this._discard(work, title)),
    ].filter((one) => one !== null);
  }

  /** @param {() => Promise<void>} run */
  async _run(run) {
    try {
      await run();
    } catch (error) {
      this._bench.parts.notices.show('editor', this._bench.i18n.error(error));
    }
    await this.draw();
  }

  /** @param {Work} work */
  async _openLocal({ local, place }) {
    if (local) {
      const isOwn = place === 'apart' || place === 'over';
      await this._bench.resume(isOwn ? { ...local, saved: null, isDirty: true } : local);
      this._bench.tell(isOwn ? `draft.${place}` : null);
      byId('map').focus({ preventScroll: true });
    }
  }

  /** @param {Work} work */
  async _openRemote({ local, remote, place }) {
    if (!remote) {
      return;
    }
    const { drafts, serverDrafts, layers, workspace } = this._bench;
    const opened = await serverDrafts.open(remote.id, layers.map(({ name }) => name));
    if (!opened.draft) {
      this._bench.parts.notices.show('editor', this._bench.i18n.t('drafts.nothingHere'));
      return;
    }
    if (local && place === 'apart') {
      await drafts.put({ ...local, saved: null, isDirty: true });
    } else if (local && local.id !== workspace.draft.id) {
      await drafts.remove(local.id);
    }
    const { words } = opened.draft;
    await this._bench.resume({ ...opened.draft, words: { ...words, title: this._bench.i18n.givenTitle(words.title) } });
    const news = opened.conflicts > 0 ? 'draft.conflictsOpen' : opened.returned === null ? null : opened.returned ? 'draft.returnedWhy' : 'draft.returned';
    const values = { n: opened.conflicts, why: opened.returned ?? '' };
    this._bench.tell(news, values, opened.conflicts > 0 ? remote.id : null);
    if (news) {
      this._bench.parts.notices.show('editor', this._bench.i18n.t(news, values));
    }
    byId('map').focus({ preventScroll: true });
  }

  /** @param {import('../api/ProposalsApi.js').Head} remote @param {string} title */
  async _withdraw(remote, title) {
    if (await askToWithdraw(this._bench.i18n, title)) {
      await this._bench.api.withdraw(remote);
    }
  }

  /** @param {Work} work @param {string} title */
  async _discard({ local, remote, place }, title) {
    const there = remote && place !== 'apart' && place !== 'over' ? remote : null;
    if (await askToDiscard(this._bench.i18n, title, there ? (local ? 'both' : 'server') : 'device')) {
      await (there && this._bench.api.discard(there));
      await (local && this._bench.drafts.remove(local.id));
    }
  }
}
