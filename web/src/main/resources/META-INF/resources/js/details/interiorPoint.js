// @ts-check

/** @typedef {number[][]} Ring */

/**
 * A point surely inside an area: the middle of its widest cut at half height, so also right for crescents and rings.
 *
 * @param {import('geojson').Geometry} geometry
 * @returns {[lon: number, lat: number] | null} null for a geometry without area
 */
export function interiorPoint(geometry) {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
    return null;
  }
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let best = null;
  let bestWidth = 0;
  for (const rings of polygons) {
    const [south, north] = rings[0].reduce(([low, high], [, lat]) => [Math.min(low, lat), Math.max(high, lat)], [90, -90]);
    // Not exactly the middle, where a vertex on the grid of stored coordinates could lie.
    const lat = (south + north) / 2 + 3e-9;
    const cuts = rings.flatMap((ring) => crossings(ring, lat)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      if (cuts[i + 1] - cuts[i] > bestWidth) {
        bestWidth = cuts[i + 1] - cuts[i];
        best = /** @type {[number, number]} */ ([(cuts[i] + cuts[i + 1]) / 2, lat]);
      }
    }
  }
  return best;
}

/** @param {Ring} ring @param {number} lat @returns {number[]} longitudes where the ring crosses the parallel */
function crossings(ring, lat) {
  const lons = [];
  for (let i = 1; i < ring.length; i += 1) {
    const [lonA, latA] = ring[i - 1];
    const [lonB, latB] = ring[i];
    if (latA > lat !== latB > lat) {
      lons.push(lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA));
    }
  }
  return lons;
}
