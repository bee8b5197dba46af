// @ts-check

/** @returns {'vi' | 'en'} as the address says (`#lang=en`) */
export function addressLanguage() {
  return location.hash.includes('lang=en') ? 'en' : 'vi';
}

/** @param {() => void} draw @returns {(lang: 'vi' | 'en', isChosen: boolean) => void} draws, and lets the address remember what was chosen */
export function keepingAddress(draw) {
  return (lang, isChosen) => {
    if (isChosen) {
      window.history.replaceState(null, '', `${location.pathname}${location.search}${lang === 'en' ? '#lang=en' : ''}`);
    }
    draw();
  };
}
