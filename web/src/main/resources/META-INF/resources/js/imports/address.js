// @ts-check
// The address of an import: `#ID`, `#ID&lang=en`. Like the viewer's, its grammar only grows.

const ID = /^[A-Za-z0-9]{8}$/;

/** @param {string} hash with or without `#` @returns {{id: string | null, lang: 'vi' | 'en'}} */
export function parseAddress(hash) {
  const parts = hash.replace(/^#/, '').split('&');
  return { id: parts.find((part) => ID.test(part)) ?? null, lang: parts.includes('lang=en') ? 'en' : 'vi' };
}

/** @param {{id: string | null, lang: 'vi' | 'en'}} address @returns {string} with `#` */
export function formatAddress({ id, lang }) {
  return `#${[id, lang === 'en' ? 'lang=en' : null].filter(Boolean).join('&')}`;
}
