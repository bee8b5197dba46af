// @ts-check

/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('../api/ProposalsApi.js').Head} Head */
/**
 * @typedef {object} Work one piece of work, wherever it is
 * @property {Draft | null} local on this device
 * @property {Head | null} remote on the server
 * @property {'device' | 'server' | 'both' | 'ahead' | 'behind' | 'apart' | 'over'} place
 *   ahead: this device has changes that are not saved on the server; behind: the server's is newer; apart: both were changed;
 *   over: the server's can no longer be edited
 */

const OPEN = ['draft', 'returned', 'withdrawn'];
const WAITING = ['submitted', 'approved'];

/** @param {Head} head */
export function isOpen({ state }) {
  return OPEN.includes(state);
}

/** @param {Head} head */
export function isWaiting({ state }) {
  return WAITING.includes(state);
}

/**
 * Drafts of this device and of the server, each piece of work once.
 *
 * @param {Draft[]} locals @param {Head[] | null} heads of own proposals; null: the server cannot be asked @returns {Work[]}
 */
export function placesOf(locals, heads) {
  const remotes = new Map((heads ?? []).map((head) => [head.id, head]));
  /** @type {Set<Head['id']>} */
  const met = new Set();
  const works = locals.map((local) => {
    const remote = (local.saved && remotes.get(local.saved.id)) ?? null;
    if (remote) {
      met.add(remote.id);
    }
    return { local, remote, place: placeOf(local, remote) };
  });
  const others = [...remotes.values()].filter((head) => !met.has(head.id) && (isOpen(head) || isWaiting(head)));
  return [...works, ...others.map((remote) => ({ local: null, remote, place: /** @type {const} */ ('server') }))];
}

/** @param {Draft} local @param {Head | null} remote @returns {Work['place']} */
function placeOf({ saved, isDirty }, remote) {
  if (!saved || !remote) {
    return 'device';
  }
  if (!isOpen(remote)) {
    return 'over';
  }
  if (remote.version === saved.version) {
    return isDirty ? 'ahead' : 'both';
  }
  return isDirty ? 'apart' : 'behind';
}
