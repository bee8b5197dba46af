// @ts-check
import { draftOfProposal, layerOf } from './proposalDraft.js';

/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('../api/ProposalsApi.js').Head} Head */

const AT_ONCE = 8;

/** Drafts that are kept on the server: from there work goes on on another device. */
export class ServerDrafts {
  /** @param {import('../api/ProposalsApi.js').ProposalsApi} api */
  constructor(api) {
    this._api = api;
  }

  /** @returns {Promise<Head[] | null>} own ones, the last touched first; null: the server cannot be asked */
  async list() {
    try {
      return await this._api.listOwn();
    } catch {
      return null;
    }
  }

  /**
   * @param {Head['id']} id @param {readonly string[]} layers that can be edited
   * @returns {Promise<{draft: Draft | null, conflicts: number, returned: string | null}>} draft null: none of it can be edited here;
   *   returned: what the approver who sent it back said
   */
  async open(id, layers) {
    const proposal = await this._api.get(id);
    const layer = layerOf(proposal.edits, layers);
    const last = [...proposal.transitions ?? []].reverse().find(({ action }) => action === 'return');
    return {
      draft: layer ? draftOfProposal(proposal, layer, await this._features(layer, proposal.edits)) : null,
      conflicts: proposal.conflicts?.length ?? 0,
      returned: proposal.state === 'returned' ? last?.comment ?? '' : null,
    };
  }

  /** @param {string} layer @param {import('../api/ProposalsApi.js').Edit[]} edits */
  async _features(layer, edits) {
    const fids = edits.filter((edit) => edit.layer === layer && edit.op !== 'insert' && edit.fid !== null).map(({ fid }) => /** @type {number} */ (fid));
    /** @type {Map<number, import('geojson').Feature>} */
    const features = new Map();
    for (let i = 0; i < fids.length; i += AT_ONCE) {
      const some = await Promise.all(fids.slice(i, i + AT_ONCE).map((fid) => this._api.feature(layer, fid)));
      some.forEach((feature, j) => feature && features.set(fids[i + j], feature));
    }
    return features;
  }
}
