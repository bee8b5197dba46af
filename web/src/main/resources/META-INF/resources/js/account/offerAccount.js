// @ts-check
import { JsonCalls } from '../api/JsonCalls.js';
import { byId } from '../dom/el.js';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];
const REVIEWING = ['OFFICER', 'APPROVER'];

/**
 * The ways to sign in, to what waits for review, and to the import, for those to whom they lead somewhere.
 *
 * @param {import('../i18n/I18n.js').I18n} i18n
 * @returns {Promise<() => void>} writes the links again, in another language
 */
export async function offerAccount(i18n) {
  const calls = new JsonCalls();
  // a server that does not tell knows nobody
  const session = await calls.session().catch(() => null);
  const roles = session?.roles ?? [];
  // until there are accounts, whoever sits at the server imports
  byId('to-imports').hidden = !roles.includes('DATA_MANAGER') && !LOCAL.includes(location.hostname);
  const review = byId('to-review');
  review.hidden = !roles.some((/** @type {string} */ role) => REVIEWING.includes(role));
  const unseen = review.hidden ? 0 : await calls.send('GET', '/api/notifications').then((news) => news.unseen, () => 0);
  const draw = () => {
    const account = byId('to-account');
    account.hidden = session?.hasAccounts !== true;
    byId('account-name').textContent = session?.signedIn ? session.displayName ?? '' : i18n.t('app.signIn');
    account.setAttribute('aria-label', session?.signedIn ? i18n.t('app.account', { name: session.displayName ?? '' }) : i18n.t('app.signIn'));
    review.textContent = unseen > 0 ? i18n.t('app.reviewNew', { count: unseen }) : i18n.t('app.review');
  };
  byId('to-account').addEventListener('click', () => {
    byId('to-account').setAttribute('href', `/signin.html?to=${encodeURIComponent(location.pathname + location.hash)}`);
  });
  draw();
  return draw;
}
