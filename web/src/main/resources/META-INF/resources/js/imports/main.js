// @ts-check
import { Api } from '../api/Api.js';
import { byId, el } from '../dom/el.js';
import { icon } from '../dom/icon.js';
import { Notices } from '../notices/Notices.js';
import { PageBar } from '../page/PageBar.js';
import { parseAddress } from './address.js';
import { ImportsApi } from './api/ImportsApi.js';
import { Problem } from '../api/Problem.js';
import { ImportsI18n } from './i18n/ImportsI18n.js';
import { ImportsPage } from './ImportsPage.js';

const api = new ImportsApi();
const viewerApi = new Api();
const i18n = new ImportsI18n();
const notices = new Notices(byId('toast'), byId('status'));
/** @type {ImportsPage | null} */
let page = null;
/** @type {unknown} */
let failure = null;

/** Opens the page, or says why not: most often because nobody has signed in. */
async function open() {
  failure = null;
  byId('start').hidden = true;
  try {
    const [overview, catalogue] = await Promise.all([api.overview(), viewerApi.catalogue()]);
    page = new ImportsPage({ api, viewerApi, i18n, notices }, overview, catalogue);
    await page.start();
  } catch (error) {
    failure = error;
    showFailure();
    if (!(error instanceof Problem)) {
      throw error;
    }
  }
}

/** @param {Problem} problem @returns {(HTMLElement | SVGElement)[]} what somebody may do who is signed in, and may not import */
function withoutRight(problem) {
  return [
    icon('info'),
    el('h2', {}, i18n.t('elsewhere.noRight')),
    el('p', {}, i18n.error(problem)),
    el('a', { class: 'button primary', href: '/signin.html?to=/imports' }, i18n.t('elsewhere.signInAsOther')),
    el('a', { class: 'button', href: '/' }, i18n.t('app.toMap')),
  ];
}

function showFailure() {
  if (failure instanceof Problem && failure.code === 'Forbidden') {
    byId('start').replaceChildren(...withoutRight(failure));
    byId('start').hidden = false;
    return;
  }
  const isElsewhere = failure instanceof Problem && (failure.status === 403 || failure.status === 401);
  byId('start').replaceChildren(...(isElsewhere
    ? [
      icon('info'),
      el('h2', {}, i18n.t('elsewhere.title')),
      el('p', {}, i18n.t('elsewhere.why')),
      el('ol', { class: 'how' }, ...(/** @type {const} */ (['elsewhere.one', 'elsewhere.two', 'elsewhere.three'])).map((key) => el('li', {}, i18n.t(key)))),
      el('p', { class: 'quiet' }, i18n.error(failure)),
      el('a', { class: 'button primary', href: '/signin.html?to=/imports' }, i18n.t('elsewhere.signIn')),
      el('a', { class: 'button', href: '/' }, i18n.t('app.toMap')),
    ]
    : [
      icon('warning'),
      el('h2', {}, i18n.t('page.failed')),
      el('p', {}, i18n.error(failure)),
      el('button', { type: 'button', class: 'button primary', onclick: open }, i18n.t('error.retry')),
    ]));
  byId('start').hidden = false;
}

const bar = new PageBar(i18n, {
  here: 'imports',
  onLanguage() {
    page?.useLanguage();
    if (failure) {
      showFailure();
    }
  },
});
document.addEventListener('language', (event) => bar.use(/** @type {CustomEvent} */ (event).detail));
bar.use(parseAddress(location.hash).lang);
open();
