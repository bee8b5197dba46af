// @ts-check

const KEPT = 50;

/** Reads single features and keeps the last ones, so that stepping back and forth asks only once. */
export class FeatureLoader {
  /** @param {import('../api/Api.js').Api} api */
  constructor(api) {
    this._api = api;
    /** @type {Map<string, import('../api/types.js').Feature | null>} */
    this._kept = new Map();
  }

  /**
   * @param {string} id @param {{asOf: string | null, revision: number}} version @param {AbortSignal} [signal]
   * @returns {Promise<import('../api/types.js').Feature | null>} null: not there on that date
   */
  async load(id, version, signal) {
    const key = keyOf(id, version);
    const kept = this._kept.get(key);
    if (kept !== undefined) {
      return kept;
    }
    const feature = await this._api.feature(id, version, signal);
    this.keep(id, version, feature);
    return feature;
  }

  /**
   * @param {string} id @param {{asOf: string | null, revision: number}} version
   * @param {import('../api/types.js').Feature | null} feature
   */
  keep(id, version, feature) {
    this._kept.set(keyOf(id, version), feature);
    if (this._kept.size > KEPT) {
      this._kept.delete(/** @type {string} */ (this._kept.keys().next().value));
    }
  }
}

/** @param {string} id @param {{asOf: string | null, revision: number}} version */
function keyOf(id, { asOf, revision }) {
  return `${id}@${asOf ?? ''}#${revision}`;
}
