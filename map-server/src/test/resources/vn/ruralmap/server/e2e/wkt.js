// Polygons as people who test geometry write them.
import { doubleArea } from '/js/editor/topology/predicates.js';

/** @param {string} text POLYGON or MULTIPOLYGON of whole numbers @returns polygons without repeated ends, turned as the editor wants them */
export function parse(text) {
  const body = text.slice(text.indexOf('(')).replace(/(-?\d+) (-?\d+)/g, '[$1,$2]').replace(/\(/g, '[').replace(/\)/g, ']');
  const polygons = text.startsWith('MULTI') ? JSON.parse(body) : [JSON.parse(body)];
  return polygons.map((polygon) => polygon.map((ring, i) => {
    const open = ring.slice(0, -1);
    return (doubleArea(open) > 0n) === (i === 0) ? open : open.reverse();
  }));
}

/** @param polygons of the editor @returns {string} */
export function write(polygons) {
  const texts = polygons.map((polygon) => `(${polygon.map((ring) => `(${[...ring, ring[0]].map((point) => point.join(' ')).join(', ')})`).join(', ')})`);
  return polygons.length === 1 ? `POLYGON ${texts[0]}` : `MULTIPOLYGON (${texts.join(', ')})`;
}
