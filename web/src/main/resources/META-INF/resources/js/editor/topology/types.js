// @ts-check
// The shapes of what is edited. Types only; nothing here runs.

/** @typedef {readonly [x: number, y: number]} Point whole numbers: 1e-8 degree east, north */
/** @typedef {readonly Point[]} Ring closed without repeating its first point; shells turn left, holes turn right */
/** @typedef {readonly Ring[]} Polygon the shell, then its holes */
/** @typedef {readonly [west: number, south: number, east: number, north: number]} Box on the grid */

/**
 * @typedef {object} Shape a feature with its outline; never changed, only replaced
 * @property {string} id `LAYER.FID`, or `new-…` until the server gives it a number
 * @property {string} layer
 * @property {number | null} fid
 * @property {number | null} version what the edit is based on
 * @property {Readonly<Record<string, unknown>>} properties
 * @property {readonly Polygon[]} polygons none of a point
 * @property {Point | null} [point] where a feature is that has no area
 * @property {Box} box
 */

/** @typedef {import('./Coverage.js').Coverage} Coverage */
/** @typedef {{ok: true, coverage: Coverage, changed: string[], made?: string[]}} Done made: ids of new features, the first is to be selected */
/** @typedef {{ok: false, why: string, place?: Point}} Refused why: the end of a text key `why.…` */
/** @typedef {Done | Refused} Outcome */

export {};
