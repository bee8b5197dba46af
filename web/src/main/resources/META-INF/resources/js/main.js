// @ts-check
import { Api } from './api/Api.js';
import { ApiError } from './api/ApiError.js';
import { offerAccount } from './account/offerAccount.js';
import { byId, el } from './dom/el.js';
import { watchKeyboard } from './dom/watchKeyboard.js';
import { I18n } from './i18n/I18n.js';
import { Notices } from './notices/Notices.js';
import { Store } from './state/Store.js';
import { UrlState } from './url/UrlState.js';
import { Viewer } from './Viewer.js';

const api = new Api();
const i18n = new I18n();
const store = new Store();
const notices = new Notices(byId('toast'), byId('status'));

/** Opens the map, or says in the reader's language why not. */
async function open() {
  const failure = byId('start');
  failure.hidden = true;
  try {
    const catalogue = await api.catalogue();
    new Viewer({ api, i18n, store, notices }, catalogue).start();
  } catch (error) {
    failure.replaceChildren(
      el('p', {}, el('strong', {}, i18n.t('error.start'))),
      el('p', {}, i18n.error(error)),
      el('button', { type: 'button', class: 'button', onclick: open }, i18n.t('error.retry')),
    );
    failure.hidden = false;
    if (!(error instanceof ApiError)) {
      throw error;
    }
  }
}

let drawAccount = () => {};

/** The language works before, and without, the rest. */
function useLanguage() {
  i18n.use(store.state.lang);
  byId('to-imports').setAttribute('href', i18n.lang === 'en' ? '/imports#lang=en' : '/imports');
  byId('to-review').setAttribute('href', i18n.lang === 'en' ? '/review.html#lang=en' : '/review.html');
  drawAccount();
  for (const button of document.querySelectorAll('[data-lang]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-lang') === i18n.lang));
  }
}

watchKeyboard();
new UrlState(store).start();
for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => store.update({ lang: button.getAttribute('data-lang') === 'en' ? 'en' : 'vi' }));
}
store.subscribe((_state, changed) => changed.has('lang') && useLanguage());
useLanguage();
open();
offerAccount(i18n).then((draw) => {
  drawAccount = draw;
});
