// @ts-check
import { fromDegrees, same } from '../topology/grid.js';

/** @typedef {import('../topology/types.js').Point} Point */

/** @param {string} text a GPX or GeoJSON file, which never leaves the device @returns {Point[][]} its lines; none if it has none */
export function readTrack(text) {
  const lines = text.trimStart().startsWith('{') ? ofGeoJson(JSON.parse(text)) : ofGpx(text);
  return lines.map((line) => line.filter((point) => point.every(Number.isFinite)).map(fromDegrees))
    .map((line) => line.filter((point, i) => i === 0 || !same(point, line[i - 1])))
    .filter((line) => line.length > 1);
}

/** @param {string} text @returns {number[][][]} */
function ofGpx(text) {
  const page = new DOMParser().parseFromString(text, 'application/xml');
  const lines = ['trkseg', 'rte'].flatMap((name) => [...page.getElementsByTagNameNS('*', name)]);
  return lines.map((line) => [...line.children].filter(({ localName }) => localName === 'trkpt' || localName === 'rtept')
    .map((point) => [Number(point.getAttribute('lon')), Number(point.getAttribute('lat'))]));
}

/** @param {any} json @returns {number[][][]} */
function ofGeoJson(json) {
  switch (json?.type) {
    case 'FeatureCollection': return json.features.flatMap(ofGeoJson);
    case 'Feature': return ofGeoJson(json.geometry);
    case 'GeometryCollection': return json.geometries.flatMap(ofGeoJson);
    case 'LineString': return [json.coordinates];
    case 'MultiLineString': case 'Polygon': return json.coordinates;
    case 'MultiPolygon': return json.coordinates.flat();
    default: return [];
  }
}
