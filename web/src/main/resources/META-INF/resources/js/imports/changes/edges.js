// @ts-check

/** @typedef {import('geojson').Position} Position */

/**
 * The borders of neighbours, each stretch once: two dashed lines over one another would look like a solid one.
 *
 * @param {readonly import('geojson').Geometry[]} geometries @returns {Position[][]} lines; none for points
 */
export function edgesOnce(geometries) {
  /** @type {Set<string>} */
  const seen = new Set();
  return geometries.flatMap(ringsOf).flatMap((ring) => unseenParts(ring, seen));
}

/** @param {Position[]} ring @param {Set<string>} seen @returns {Position[][]} */
function unseenParts(ring, seen) {
  /** @type {Position[][]} */
  const parts = [];
  let isOpen = false;
  for (let i = 1; i < ring.length; i += 1) {
    const ends = [ring[i - 1], ring[i]].map(([x, y]) => `${x.toFixed(7)} ${y.toFixed(7)}`).sort().join();
    if (seen.has(ends)) {
      isOpen = false;
    } else {
      seen.add(ends);
      if (isOpen) {
        parts[parts.length - 1].push(ring[i]);
      } else {
        parts.push([ring[i - 1], ring[i]]);
      }
      isOpen = true;
    }
  }
  return parts;
}

/** @param {import('geojson').Geometry} geometry @returns {Position[][]} */
function ringsOf(geometry) {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(ringsOf);
    default:
      return [];
  }
}
