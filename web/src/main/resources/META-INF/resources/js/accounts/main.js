// @ts-check
import { byId, el } from '../dom/el.js';
import { icon } from '../dom/icon.js';
import { ConfirmDialog } from '../imports/dom/ConfirmDialog.js';
import { Problem } from '../api/Problem.js';
import { Notices } from '../notices/Notices.js';
import { PageBar } from '../page/PageBar.js';
import { AccountsApi } from './api/AccountsApi.js';
import { AuditPart } from './AuditPart.js';
import { addressLanguage, keepingAddress } from './addressLanguage.js';
import { AccountsI18n } from './i18n/AccountsI18n.js';
import { MailPart } from './MailPart.js';
import { MePart } from './MePart.js';
import { PeoplePart } from './PeoplePart.js';
import { SessionsPart } from './SessionsPart.js';
import { TokensPart } from './TokensPart.js';

const api = new AccountsApi();
const i18n = new AccountsI18n();
const notices = new Notices(byId('toast'), byId('status'));
const dialog = new ConfirmDialog(/** @type {HTMLDialogElement} */ (byId('confirm')));
/** @type {{draw: () => void, load: () => Promise<void>}[]} */
let parts = [];
/** @type {unknown} */
let failure = null;

/** What the parts share. */
const shared = {
  api,
  i18n,
  /** Does something and tells what went wrong. @param {() => Promise<void>} work */
  async attempt(work) {
    try {
      await work();
    } catch (error) {
      notices.show('failure', i18n.error(error), { lasting: true });
      if (!(error instanceof Problem)) {
        throw error;
      }
    }
  },
  /** @param {string} text */
  tell: (text) => notices.show('told', text),
  /** @param {string} question @returns {Promise<boolean>} */
  ask: (question) => dialog.ask({ title: question, body: [], yes: i18n.t('confirm.yes'), no: i18n.t('confirm.no'), isDangerous: true }),
};

function draw() {
  parts.forEach((part) => part.draw());
  byId('start').hidden = !failure;
  if (failure) {
    byId('start').replaceChildren(icon('warning'), el('h2', {}, i18n.t('page.failed')), el('p', {}, i18n.error(failure)));
  }
}

const bar = new PageBar(i18n, { here: 'accounts', onLanguage: keepingAddress(draw) });

async function open() {
  try {
    const session = await api.session();
    if (!session.signedIn) {
      location.replace(`/signin.html?to=/accounts.html${location.hash}`);
      return;
    }
    bar.offerPages(session);
    parts = [new MePart(byId('me'), shared, session), new MailPart(byId('mail'), shared), new TokensPart(byId('tokens'), shared), new SessionsPart(byId('sessions'), shared)];
    if (session.roles.includes('ADMINISTRATOR')) {
      byId('step-people').hidden = false;
      byId('step-audit').hidden = false;
      parts.push(new PeoplePart(byId('people'), shared), new AuditPart(byId('audit'), shared));
    }
    await Promise.all(parts.map((part) => part.load()));
    byId('main').hidden = false;
  } catch (error) {
    failure = error;
    if (!(error instanceof Problem)) {
      throw error;
    }
  } finally {
    draw();
    document.documentElement.dataset.ready = 'true';
  }
}

bar.use(addressLanguage());
open();
