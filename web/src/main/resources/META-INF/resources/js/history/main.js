// @ts-check
import { Api } from '../api/Api.js';
import { Problem } from '../api/Problem.js';
import { byId, el } from '../dom/el.js';
import { watchKeyboard } from '../dom/watchKeyboard.js';
import { ConfirmDialog } from '../imports/dom/ConfirmDialog.js';
import { Notices } from '../notices/Notices.js';
import { PageBar } from '../page/PageBar.js';
import { formatAddress, parseAddress } from './address.js';
import { boundsOf } from './FindMap.js';
import { FindPane } from './FindPane.js';
import { HistoryApi } from './HistoryApi.js';
import { HistoryI18n } from './i18n/HistoryI18n.js';
import { Timeline } from './Timeline.js';

/** @typedef {import('./address.js').Wanted} Wanted */

/** Roles whose proposals are taken. */
const WRITING = ['OFFICER', 'APPROVER', 'DATA_MANAGER'];

const api = new HistoryApi();
const viewerApi = new Api();
const i18n = new HistoryI18n();
const notices = new Notices(byId('toast'), byId('status'));
const dialog = new ConfirmDialog(/** @type {HTMLDialogElement} */ (byId('confirm')));

let wanted = parseAddress(location.hash);
/** @type {import('../api/types.js').Catalogue | null} */
let catalogue = null;
/** @type {import('../api/JsonCalls.js').Session | null} */
let session = null;
/** @type {FindPane | null} for those who are signed in */
let pane = null;

const timeline = new Timeline(i18n, {
  onCompare: compare,
  onRestore: restore,
  onPerson: (who) => want({ find: 'person', who, feature: null }),
  onThen: ({ when, validFrom }, geometry) => want({
    find: 'past', moment: when, asOf: inForce(validFrom), layer: layerOf(wanted.feature ?? ''), bbox: geometry ? boundsOf(geometry) : null, feature: null,
  }),
  onBack: () => want({ feature: null }),
});

/** @param {string} id */
const layerOf = (id) => id.slice(0, id.lastIndexOf('.'));
/** A day on which a version is in force; null: today, if it began before. @param {string | null} from */
const inForce = (from) => (from && catalogue && from > catalogue.today ? from : null);
/** @returns {boolean} */
const isSignedIn = () => session?.signedIn === true;

/** @param {unknown} error */
function failed(error) {
  notices.show('error', i18n.error(error), { lasting: true });
  if (!(error instanceof Problem)) {
    throw error;
  }
}

/** Goes somewhere else on this page; the browser's button leads back. @param {Partial<Wanted>} changed */
function want(changed) {
  const before = formatAddress(wanted);
  wanted = { ...wanted, ...changed };
  if (formatAddress(wanted) !== before) {
    history.pushState(null, '', formatAddress(wanted));
  }
  show(true).catch(failed);
}

/** @param {boolean} isMoving whether the keyboard follows to what was opened */
async function show(isMoving) {
  if (!catalogue) {
    return;
  }
  notices.hide('error');
  byId('main').classList.toggle('has-feature', wanted.feature !== null);
  if (wanted.feature) {
    await Promise.all([open(wanted.feature, isMoving), pane?.show(wanted, null)]);
  } else if (pane) {
    await pane.show(wanted, byId('detail'));
  } else {
    byId('detail').replaceChildren(el('section', { class: 'block' },
      el('p', {}, i18n.t('page.choose')), el('p', {}, i18n.t('page.publicOnly')), signInLink()));
  }
}

function signInLink() {
  return el('p', { class: 'actions' }, i18n.t('page.signIn'), ' ',
    el('a', { class: 'button', href: `/signin.html?to=${encodeURIComponent(`/history${location.hash}`)}`, 'data-testid': 'sign-in' }, i18n.t('page.signInLink')));
}

/** @param {string} feature @param {boolean} isMoving */
async function open(feature, isMoving) {
  const detail = byId('detail');
  let told;
  try {
    told = await api.timeline(feature);
  } catch (error) {
    detail.replaceChildren(el('section', { class: 'block' }, el('p', {}, i18n.error(error)), isSignedIn() ? null : signInLink()));
    throw error;
  }
  if (wanted.feature !== feature || !catalogue) {
    return;
  }
  told.versions.forEach(({ who }) => pane?.remember(who));
  const mayWrite = (session?.roles ?? []).some((role) => WRITING.includes(role));
  timeline.show(detail, told, { catalogue, signedIn: isSignedIn(), mayWrite });
  if (!isSignedIn()) {
    detail.append(el('section', { class: 'block' }, signInLink()));
  }
  const latest = told.versions.find((version) => version.op !== 'delete');
  if (latest) {
    const before = told.versions.find((version) => version.version < latest.version && version.op !== 'delete');
    timeline.compare(await api.difference(feature, before?.version ?? 0, latest.version));
  }
  if (isMoving) {
    byId('feature-name').focus({ preventScroll: true });
    detail.scrollIntoView({ block: 'nearest' });
  }
}

/** @param {number} from @param {number} to */
async function compare(from, to) {
  try {
    const heading = timeline.compare(await api.difference(/** @type {string} */ (wanted.feature), from, to));
    heading.focus();
    heading.scrollIntoView({ block: 'nearest' });
  } catch (error) {
    failed(error);
  }
}

/** @param {import('./HistoryApi.js').Version} version */
async function restore(version) {
  const id = /** @type {string} */ (wanted.feature);
  const why = el('textarea', { id: 'restore-why', maxlength: 2000, 'data-testid': 'restore-why' });
  const name = byId('feature-name').firstChild?.textContent ?? id;
  const isSure = await dialog.ask({
    title: i18n.t('restore.title', { n: version.version }),
    body: [el('p', {}, i18n.t('restore.what', { n: version.version, name })), el('label', { for: 'restore-why' }, i18n.t('restore.why')), why],
    yes: i18n.t('restore.yes'), no: i18n.t('restore.no'),
  });
  if (!isSure) {
    return;
  }
  try {
    const draft = await api.restore(id, version.version, why.value.trim());
    location.assign(`/review#${draft.id}${i18n.lang === 'en' ? '&lang=en' : ''}`);
  } catch (error) {
    failed(error);
  }
}

const bar = new PageBar(i18n, {
  here: 'history',
  onLanguage(lang, isChosen) {
    wanted = { ...wanted, lang };
    if (isChosen) {
      history.replaceState(null, '', formatAddress(wanted));
    }
    pane?.useLanguage();
    show(false).catch(failed);
  },
});

async function start() {
  [session, catalogue] = await Promise.all([api.session(), viewerApi.catalogue()]);
  byId('main').classList.toggle('alone', !session.signedIn);
  if (session.signedIn) {
    wanted.who ||= session.name ?? '';
    pane = new FindPane({ api, viewerApi, i18n, notices, want, failed }, catalogue, wanted);
    pane.remember(session.name);
    byId('finder').replaceChildren(...pane.nodes);
    byId('finder').hidden = false;
  }
  bar.offerPages(session);
  await show(false);
}

window.addEventListener('popstate', () => {
  wanted = parseAddress(location.hash);
  if (wanted.lang === i18n.lang) {
    show(true).catch(failed);
  } else {
    bar.use(wanted.lang);
  }
});
watchKeyboard();
bar.use(wanted.lang);
start().catch(failed).finally(() => {
  document.documentElement.dataset.ready = 'true';
});
