// @ts-check
import { byId, el } from '../dom/el.js';

const SVG = 'http://www.w3.org/2000/svg';
const LEAF = 'M4 22c6-5 18-5 24 0M4 27c6-4 18-4 24 0M16 18V7M16 11c-4 0-6-2-6-6 4 0 6 2 6 6zM16 15c4 0 6-2 6-6-4 0-6 2-6 6z';

/** Where officers go, and with which roles; no roles: with any account. */
const PAGES = /** @type {const} */ ([
  { name: 'review', address: '/review', roles: ['OFFICER', 'APPROVER'] },
  { name: 'history', address: '/history', roles: [] },
  { name: 'imports', address: '/imports', roles: ['DATA_MANAGER'] },
  { name: 'accounts', address: '/accounts.html', roles: [] },
]);

/** What all pages beside the map have on top: what it is, the ways to the map and to one another, and the two languages. */
export class PageBar {
  /**
   * @param {import('../i18n/PageI18n.js').PageI18n} i18n
   * @param {{title?: string, here: string, onLanguage: (lang: 'vi' | 'en', isChosen: boolean) => void}} page
   *   title: key of its name; here: its own name; isChosen: by a button just now
   */
  constructor(i18n, { title = 'page.title', here, onLanguage }) {
    this._i18n = i18n;
    this._title = title;
    this._here = here;
    this._onLanguage = onLanguage;
    /** @type {string[] | null} */
    this._roles = null;
    const language = (/** @type {'vi' | 'en'} */ lang, /** @type {string} */ name) => el('button', {
      type: 'button', 'data-lang': lang, lang, 'aria-label': name, onclick: () => this.use(lang, true),
    }, lang.toUpperCase());
    byId('bar').replaceChildren(
      el('div', { class: 'brand' }, leaf(), el('h1', { 'data-i18n': title, 'data-testid': 'title' })),
      el('a', { class: 'bar-link', href: '/', id: 'to-map', 'data-i18n': 'app.toMap' }),
      el('div', { class: 'languages', role: 'group', 'data-i18n-label': 'app.language' }, language('vi', 'Tiếng Việt'), language('en', 'English')));
  }

  /** @param {'vi' | 'en'} lang @param {boolean} [isChosen] */
  use(lang, isChosen = false) {
    this._i18n.use(lang);
    document.title = `${this._i18n.t(this._title)} · ${this._i18n.t('app.title')}`;
    byId('to-map').setAttribute('href', lang === 'en' ? '/#lang=en' : '/');
    for (const button of document.querySelectorAll('[data-lang]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-lang') === lang));
    }
    this._drawPages();
    this._onLanguage(lang, isChosen);
  }

  /** Shows the ways to other pages. @param {import('../api/JsonCalls.js').Session | null} session null: nobody is signed in */
  offerPages(session) {
    this._roles = session?.signedIn ? session.roles ?? [] : null;
    this._drawPages();
  }

  _drawPages() {
    const nav = document.getElementById('pages');
    const roles = this._roles;
    if (!nav || !roles) {
      return;
    }
    const ending = this._i18n.lang === 'en' ? '#lang=en' : '';
    nav.replaceChildren(...PAGES
      .filter((page) => page.roles.length === 0 || page.roles.some((role) => roles.includes(role)))
      .map(({ name, address }) => el('a', {
        href: `${address}${ending}`, 'aria-current': name === this._here ? 'page' : null, 'data-testid': `page.${name}`,
      }, this._i18n.t(`pages.${name}`))));
    nav.setAttribute('aria-label', this._i18n.t('pages.label'));
    nav.hidden = false;
  }
}

function leaf() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'brand-mark');
  svg.setAttribute('viewBox', '0 0 32 32');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', LEAF);
  svg.append(path);
  return svg;
}
