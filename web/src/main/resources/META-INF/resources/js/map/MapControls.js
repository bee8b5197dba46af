// @ts-check
import { el } from '../dom/el.js';
import { icon } from '../dom/icon.js';

/** The round buttons on the map. */
export class MapControls {
  /**
   * @param {HTMLElement} root
   * @param {{onZoom: (steps: number) => void, onHome: () => void, onLocate: () => void}} listeners
   */
  constructor(root, { onZoom, onHome, onLocate }) {
    const button = (/** @type {Parameters<typeof icon>[0]} */ name, /** @type {string} */ key, /** @type {() => void} */ run) =>
      el('button', { type: 'button', class: 'map-button', 'data-i18n-label': key, onclick: run }, icon(name));
    // Browsers give a position to secure pages only; a button that cannot work is not offered.
    const canLocate = window.isSecureContext && 'geolocation' in navigator;
    root.replaceChildren(
      ...(canLocate ? [button('locate', 'map.locate', onLocate)] : []),
      button('home', 'map.home', onHome),
      el('div', { class: 'map-button-pair' },
        button('plus', 'map.zoomIn', () => onZoom(1)),
        button('minus', 'map.zoomOut', () => onZoom(-1))),
    );
  }
}
