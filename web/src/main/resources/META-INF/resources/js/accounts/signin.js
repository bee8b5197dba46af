// @ts-check
import { byId, el } from '../dom/el.js';
import { PageBar } from '../page/PageBar.js';
import { addressLanguage, keepingAddress } from './addressLanguage.js';
import { AccountsApi } from './api/AccountsApi.js';
import { AccountsI18n } from './i18n/AccountsI18n.js';

const api = new AccountsApi();
const i18n = new AccountsI18n();
const form = /** @type {HTMLFormElement} */ (byId('form'));
const name = /** @type {HTMLInputElement} */ (byId('name'));
const password = /** @type {HTMLInputElement} */ (byId('password'));
const submit = /** @type {HTMLButtonElement} */ (byId('submit'));
/** @type {import('./api/AccountsApi.js').Session | null} */
let session = null;
/** @type {unknown} */
let failure = null;
/** Why the province's sign-in let nobody in; null: it was not asked. */
let refused = new URLSearchParams(location.search).get('refused');

/** Where somebody wanted to go, if that is a page of this server. @returns {string} */
function destination() {
  const wanted = new URL(new URLSearchParams(location.search).get('to') ?? '/', location.origin);
  return wanted.origin === location.origin ? `${wanted.pathname}${wanted.search}${wanted.hash}` : '/';
}

function draw() {
  byId('refused').textContent = refused === null ? '' : i18n.refused(refused);
  byId('failure').textContent = failure ? i18n.error(failure) : '';
  const isKnown = session?.signedIn === true;
  const isFirst = session?.hasAccounts === false;
  form.hidden = session === null && !failure || isKnown || isFirst;
  byId('known').hidden = !isKnown && !isFirst;
  const provider = session?.provider ?? null;
  byId('provider').hidden = provider === null;
  if (provider !== null) {
    const link = /** @type {HTMLAnchorElement} */ (byId('provider-link'));
    link.href = `${provider.path}?lang=${i18n.lang}&to=${encodeURIComponent(destination())}`;
    link.textContent = i18n.lang === 'vi' ? provider.vi : provider.en;
  }
  if (isFirst) {
    byId('known').replaceChildren(
      el('p', {}, i18n.t('signin.none')),
      el('p', {}, el('code', {}, './ruralmap user add NAME --role administrator')));
  } else if (isKnown) {
    byId('known').replaceChildren(
      el('p', { 'data-testid': 'who' }, i18n.t('signin.known', { name: session?.displayName ?? '' })),
      el('p', { class: 'actions' },
        el('a', { class: 'button primary', href: '/accounts.html' }, i18n.t('page.title')),
        session?.roles.includes('DATA_MANAGER') ? el('a', { class: 'button', href: '/imports' }, i18n.t('signin.imports')) : null,
        el('button', { type: 'button', class: 'button', onclick: leave, 'data-testid': 'sign-out' }, i18n.t('signin.out'))));
  }
  document.documentElement.dataset.ready = String(session !== null || failure !== null);
}

async function leave() {
  failure = null;
  try {
    const goTo = await api.signOut();
    if (goTo !== null) {
      location.assign(goTo);
      return;
    }
    session = await api.session();
  } catch (error) {
    failure = error;
  }
  draw();
  name.focus();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  submit.disabled = true;
  failure = null;
  refused = null;
  draw();
  try {
    await api.signIn(name.value, password.value);
    location.assign(destination());
  } catch (error) {
    failure = error;
    password.value = '';
    draw();
    password.focus();
  }
  submit.disabled = false;
});

new PageBar(i18n, { title: 'signin.title', here: 'signin', onLanguage: keepingAddress(draw) }).use(addressLanguage());
api.session().then((answer) => {
  session = answer;
}, (error) => {
  failure = error;
}).then(() => {
  draw();
  if (!form.hidden) {
    name.focus();
  }
});
