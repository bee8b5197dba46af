// @ts-check
// The shapes of what /api/imports and /api/changesets answer. Types only; nothing here runs.

/** @typedef {import('../api/types.js').LocalizedText} LocalizedText */
/** @typedef {import('../api/types.js').Bounds} Bounds */

/**
 * @typedef {'NEW'|'QUEUED'|'READING'|'PLANNED'|'PUBLISHING'|'PUBLISHED'|'NOTHING_TO_DO'|'REFUSED'|'CANCELLED'|'FAILED'
 *   |'INTERRUPTED'} State
 */
/** @typedef {'ADDED'|'CHANGED'|'ENDED'|'UNCHANGED'|'REFUSED'} Kind what becomes of a feature, or of a row */
/** @typedef {'ERROR'|'WARNING'|'INFO'} Severity */

/**
 * @typedef {object} Options what a person decided; what is absent is decided by the file
 * @property {string} [file] which uploaded file, if several data sets lie loose
 * @property {string} [member] which data set within the file, if it holds several
 * @property {string} [crs] `EPSG:n`, also `EPSG:n/km`, or `auto`
 * @property {boolean} [swapXy]
 * @property {string} [charset] of all columns
 * @property {Record<string, string>} [charsets] of one column
 * @property {Record<string, string>} [fields] attribute of a field; empty: left out
 * @property {string | null} [validFrom] ISO date
 * @property {string | null} [validTo] ISO date
 * @property {string | null} [decision]
 * @property {string | null} [message]
 * @property {boolean} [strict]
 */

/** @typedef {{file: string, member: string | null}} DataSet member null: the whole file, or nobody has looked into it yet */
/** @typedef {{stage: 'OPENING'|'LOOKING'|'READING'|'COMPARING'|'PUBLISHING', done: number, total: number}} Progress total -1: unknown */

/**
 * @typedef {object} Import
 * @property {string} id
 * @property {number} version
 * @property {string} layer
 * @property {{name: string, size: number}[]} files
 * @property {DataSet[]} dataSets of which one may be chosen, as far as they are known
 * @property {string} created ISO instant
 * @property {State} state
 * @property {number | null} queue
 * @property {Progress | null} progress
 * @property {Options | null} options
 * @property {LocalizedText | null} message
 * @property {Report | null} report
 * @property {number | null} changeset
 */

/**
 * @typedef {object} Overview
 * @property {{fileBytes: number, files: number}} limits
 * @property {string[]} layers
 * @property {string[]} charsets
 * @property {{code: string, title: LocalizedText}[]} systems
 * @property {Import[]} imports newest first
 */

/** @typedef {{value: string, reason: LocalizedText}} Decision */
/**
 * @typedef {object} TextDecision
 * @property {string} field
 * @property {string} charset
 * @property {number} confidence 0 to 1
 * @property {LocalizedText} reason
 * @property {{raw: string, text: string}[]} samples raw: bytes in hexadecimal
 */
/**
 * @typedef {object} EvidenceLine
 * @property {string} option as on the command line: `--crs EPSG:9209 --swap-xy`
 * @property {string} name
 * @property {number} inside share, 0 to 1
 * @property {number | null} medianMetres
 * @property {number | null} outlineMetres
 * @property {{row: number, unit: string | null, metres: number | null, longitude: number, latitude: number} | null} example
 */
/** @typedef {{basis: 'NAMED_UNITS'|'STORED_UNITS'|'COUNTRY', rows: number, candidates: EvidenceLine[]}} PlaceEvidence */
/**
 * @typedef {object} Finding
 * @property {string} code
 * @property {Severity} severity
 * @property {number} row 1-based; 0: the file
 * @property {string | null} field
 * @property {{x: number, y: number} | null} lonLat
 * @property {LocalizedText} message
 * @property {LocalizedText} remedy
 * @property {string | null} outcome
 */
/** @typedef {{read: number, added: number, changed: number, unchanged: number, refused: number, ended: number}} Counts */

/**
 * @typedef {object} Report
 * @property {string} outcome
 * @property {string} layer
 * @property {{file: string, sizeBytes: number, format: string | null, dataSet: string | null}} source
 * @property {{crs: Decision | null, charset: Decision | null, transformation: string | null, place: PlaceEvidence | null,
 *   fields: {field: string, attribute: string, reason: LocalizedText}[], texts: TextDecision[]}} decisions
 * @property {Counts} counts
 * @property {{since: string, features: {fid: number, key: string, label: string}[]}[]} ended
 * @property {{counts: Record<string, number>, issues: Finding[]}} findings
 * @property {number | null} changeset
 */

/**
 * @typedef {object} Preview
 * @property {{name: string, type: string, attribute: string | null, charset: string | null, confidence: number | null}[]} fields
 * @property {{row: number, raw: (string | null)[], values: (string | null)[], issues: string[], outcome: Kind | null}[]} rows
 * @property {number} total
 */

/**
 * @typedef {object} ChangeProperties
 * @property {Kind | 'ISSUE'} kind
 * @property {'before' | 'after' | 'issue'} side
 * @property {number} [row]
 * @property {number} [fid]
 * @property {string} [key]
 * @property {string} [label]
 * @property {string} [changes]
 * @property {number} [moved_m]
 * @property {number} [area_before_ha]
 * @property {number} [area_after_ha]
 * @property {string} [ends_on]
 * @property {string} [successors]
 * @property {string} [issues] codes, separated by spaces
 * @property {Severity} [severity]
 * @property {string} [message_vi]
 * @property {string} [message_en]
 * @property {string} [remedy_vi]
 * @property {string} [remedy_en]
 */
/** @typedef {{type: 'Feature', geometry: import('geojson').Geometry | null, properties: ChangeProperties}} Change */
/** @typedef {{type: 'FeatureCollection', features: Change[], total: number, shown: number, bbox?: Bounds | null}} ChangeMap */

/**
 * @typedef {object} Changeset
 * @property {number} id
 * @property {string} author
 * @property {string} time ISO instant
 * @property {string} source
 * @property {string} message
 * @property {string} state
 * @property {{inserted: number, updated: number, deleted: number}} size
 * @property {string[]} [layers]
 * @property {number | null} reverts
 * @property {string | null} import
 */

export {};
