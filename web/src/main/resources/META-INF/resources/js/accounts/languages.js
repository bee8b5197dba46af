// @ts-check

/**
 * The two buttons of the bar, and the address that remembers them (`#lang=en`).
 *
 * @param {import('./i18n/AccountsI18n.js').AccountsI18n} i18n @param {import('./i18n/AccountsI18n.js').AnyKey} title @param {() => void} draw
 */
export function offerLanguages(i18n, title, draw) {
  const buttons = [...document.querySelectorAll('[data-lang]')];
  /** @param {'vi' | 'en'} lang */
  const use = (lang) => {
    i18n.use(lang);
    document.title = `${i18n.t(title)} · ${i18n.t('app.title')}`;
    document.getElementById('to-map')?.setAttribute('href', lang === 'en' ? '/#lang=en' : '/');
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.getAttribute('data-lang') === lang)));
    draw();
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const lang = button.getAttribute('data-lang') === 'en' ? 'en' : 'vi';
      window.history.replaceState(null, '', `${location.pathname}${location.search}${lang === 'en' ? '#lang=en' : ''}`);
      use(lang);
    });
  }
  use(location.hash.includes('lang=en') ? 'en' : 'vi');
}
