// @ts-check
// The shapes of what the server answers. Types only; nothing here runs.

/** @typedef {'vi' | 'en'} Lang */
/** @typedef {{vi: string, en: string}} LocalizedText */
/** @typedef {[west: number, south: number, east: number, north: number]} Bounds in degrees, CRS84 */

/**
 * @typedef {object} Attribute
 * @property {string} name
 * @property {LocalizedText} title
 * @property {'text'|'integer'|'decimal'|'date'|'boolean'|'code'|'reference'} type
 * @property {{code: string, title: LocalizedText}[]} [codes] in rising order where the codes are ranks
 * @property {string} [references] the layer a reference points to
 * @property {boolean} [isPrivate] shown to those alone who may see private attributes
 */

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {LocalizedText} title
 * @property {LocalizedText | null} [description]
 * @property {string[]} geometry
 * @property {boolean} derived its features are those of another layer, which has their history
 * @property {boolean} visible on at first
 * @property {boolean} featured what people come for, listed first
 * @property {boolean} searchable
 * @property {{name: string, title: LocalizedText}[]} styles ways to draw it, the usual one first
 * @property {string} label the attribute that names a feature
 * @property {Attribute[]} attributes
 * @property {{name: string, title: LocalizedText}[]} downloads formats of files
 */

/**
 * @typedef {object} Catalogue
 * @property {LocalizedText} title
 * @property {LocalizedText | null} [description]
 * @property {LocalizedText | null} [notice]
 * @property {{organisation: string, email: string} | null} [contact]
 * @property {number} revision
 * @property {string} today ISO date, the server's
 * @property {string[]} dates ISO dates on which something changes, rising
 * @property {Bounds} bounds
 * @property {{text: LocalizedText, lon: number, lat: number, minZoom?: number}[]} [labels]
 * @property {Layer[]} layers in drawing order, bottom first
 */

/** @typedef {{id: string, layer: string, title: string, subtitle?: string, bbox: Bounds}} SearchResult */

/**
 * @typedef {object} Feature a GeoJSON feature
 * @property {'Feature'} type
 * @property {string} id layer name, dot, number
 * @property {import('geojson').Geometry | null} geometry
 * @property {Record<string, unknown>} properties
 */

/** @typedef {{type: 'FeatureCollection', features: Feature[], numberMatched?: number | 'unknown'}} FeatureCollection */

/** @typedef {{zoom: number, lat: number, lon: number}} MapPosition */

/**
 * @typedef {object} ViewerState everything a link can say
 * @property {MapPosition | null} map null: the catalogue's bounds
 * @property {readonly string[] | null} layers null: the catalogue's choice
 * @property {Readonly<Record<string, string>>} styles by layer; the others are drawn in their first
 * @property {string | null} asOf null: today, whatever day that is
 * @property {Lang} lang
 * @property {string | null} feature
 */

export {};
