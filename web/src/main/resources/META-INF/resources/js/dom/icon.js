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
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  pointer: 'M6 3l12 9-5.5 1L15 19l-3 1.2-2.4-6L6 18z',
  shape: 'M5 7l9-3 6 7-4 8-10-2zM5 7h.01M14 4h.01M20 11h.01M16 19h.01M6 17h.01',
  hole: 'M4 4h16v16H4zM9 9h6v6H9z',
  split: 'M4 6h16v12H4zM14 3l-4 18',
  merge: 'M3 6h7v12H3zM14 6h7v12h-7M8 12h9M14 9l3 3-3 3',
  cut: 'M4 4h10v6h6v10H4zM14 4h6v6',
  move: 'M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3',
  smooth: 'M3 17l4-7 3 4 3-8 3 6 5-4M3 21h18',
  trace: 'M4 19c2-9 6-3 8-8s4-6 8-7M4 19h.01M12 11h.01M20 4h.01',
  track: 'M5 19a2 2 0 1 0 .01 0M19 5a2 2 0 1 0 .01 0M7 17c8 1 1-9 10-10',
  people: 'M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2 .8 3.2 2.6 3.5 5.5',
  point: 'M12 21c-4.5-5-6.5-8-6.5-11a6.5 6.5 0 0 1 13 0c0 3-2 6-6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5',
  chevron: 'M5 9l7 7 7-7',
  vertexPlus: 'M3 12h5M16 12h5M8 8h8v8H8zM12 10v4M10 12h4',
  vertexMinus: 'M3 12h5M16 12h5M8 8h8v8H8zM10 12h4',
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
