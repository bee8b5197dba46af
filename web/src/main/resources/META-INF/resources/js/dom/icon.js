// @ts-check

const SVG = 'http://www.w3.org/2000/svg';

/** Drawn on a 24 by 24 grid as strokes. */
const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  home: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  locate: 'M12 2v4M12 18v4M2 12h4M18 12h4M18.5 12a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0M12 12h.01',
  link: 'M9.5 14.5l5-5M11 7l1.5-1.5a4.2 4.2 0 0 1 6 6L17 13M13 17l-1.5 1.5a4.2 4.2 0 0 1-6-6L7 11',
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  zoom: 'M15.5 15.5L21 21M17 10.5a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0M10.5 8v5M8 10.5h5',
};

/** @param {keyof typeof PATHS} name @returns {SVGElement} decoration only: the button has the name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
