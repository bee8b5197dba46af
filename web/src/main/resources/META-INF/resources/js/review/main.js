// @ts-check
import { Api } from '../api/Api.js';
import { Problem } from '../api/Problem.js';
import { byId, el } from '../dom/el.js';
import { watchKeyboard } from '../dom/watchKeyboard.js';
import { Notices } from '../notices/Notices.js';
import { PageBar } from '../page/PageBar.js';
import { ReviewI18n } from './i18n/ReviewI18n.js';
import { ProposalList } from './ProposalList.js';
import { ProposalView } from './ProposalView.js';
import { ReviewApi } from './ReviewApi.js';

/** Asked before they are done: they are hard to take back, or change what the public sees. */
const SURE = ['publish', 'revert', 'discard'];

const api = new ReviewApi();
const viewerApi = new Api();
const i18n = new ReviewI18n();
const notices = new Notices(byId('toast'), byId('status'));
/** @type {any} */
let proposal = null;

const list = new ProposalList(i18n, { onState: refresh, onChoose: open });
const view = new ProposalView(i18n, { onStep: step, onComment: comment });

const chosen = () => /^#([0-9a-f]{12})/.exec(location.hash)?.[1] ?? null;

/** @param {unknown} error */
function failed(error) {
  notices.show('error', i18n.error(error), { lasting: true });
  if (!(error instanceof Problem)) {
    throw error;
  }
}

async function refresh() {
  try {
    const { proposals } = await api.list(list.state);
    list.show(proposals, proposal?.id ?? null);
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      byId('detail').replaceChildren(el('section', { class: 'block' }, el('p', {}, i18n.t('page.signIn'))));
    }
    failed(error);
  }
}

/** @param {string} id */
async function open(id) {
  try {
    proposal = await api.get(id);
    history.replaceState(null, '', address(id));
    await show();
    byId('detail').focus({ preventScroll: true });
    await refresh();
  } catch (error) {
    failed(error);
  }
}

async function show() {
  if (proposal) {
    view.show(byId('detail'), proposal, await viewerApi.catalogue());
  } else {
    byId('detail').replaceChildren(el('section', { class: 'block' }, el('p', {}, i18n.t('page.choose'))));
  }
}

/** @param {string} action @param {string} comment @param {Record<string, any>} [more] that the action takes */
async function step(action, comment, more = {}) {
  const name = i18n.t(`do.${action}`);
  if (SURE.includes(action) && !window.confirm(i18n.t('do.sure', { action: name, title: proposal.title }))) {
    return;
  }
  try {
    await api.step(proposal.id, action, proposal.version, { comment, ...more });
    notices.show('done', i18n.t('done.step', { action: i18n.t(`step.${action}`) }));
  } catch (error) {
    failed(error);
    return;
  }
  await open(proposal.id);
}

/** @param {string} text @param {string | null} feature */
async function comment(text, feature) {
  try {
    await api.comment(proposal.id, text, feature);
  } catch (error) {
    failed(error);
    return;
  }
  await open(proposal.id);
}

/** `#ID`, `#ID&lang=en` @param {string | null} id */
const address = (id) => `#${[id, i18n.lang === 'en' ? 'lang=en' : null].filter(Boolean).join('&')}`;

watchKeyboard();
const bar = new PageBar(i18n, {
  here: 'review',
  onLanguage(_lang, isChosen) {
    if (isChosen) {
      history.replaceState(null, '', address(chosen()));
    }
    list.useLanguage();
    show().catch(failed);
  },
});
bar.use(location.hash.includes('lang=en') ? 'en' : 'vi');
api.session().then((session) => bar.offerPages(session), failed);
await (chosen() ? open(/** @type {string} */ (chosen())) : refresh());
