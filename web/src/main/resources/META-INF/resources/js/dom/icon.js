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
  upload: 'M12 16V4M7 9l5-5 5 5M4 15v5h16v-5',
  download: 'M12 4v12M7 11l5 5 5-5M4 20h16',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6',
  done: 'M5 12.5l4.5 4.5L19 7.5',
  changed: 'M4 20h4L19 9l-4-4L4 16z',
  ended: 'M6 4v16M6 5h12l-3 4 3 4H6',
  same: 'M5 9h14M5 15h14',
  warning: 'M12 4l9.5 16.5h-19zM12 10v5M12 17.8v.01',
  error: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 9l6 6M15 9l-6 6',
  info: 'M12 11v6M12 7.5v.01M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  clock: 'M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0',
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
