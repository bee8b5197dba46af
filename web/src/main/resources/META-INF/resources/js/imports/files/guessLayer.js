// @ts-check
import { fold } from '../../search/fold.js';

/** What offices call their files, folded (y is i); the first that fits. @type {[RegExp, string][]} */
const NAMES = [
  [/nguien ?lieu|vung trong|vung nuoi|ma so|zones?\b|vnl/, 'material_zones'],
  [/du ?lich|touris|homestai/, 'tourism_sites'],
  [/(^|[^a-z])(ap|thon|khom|hamlets?|to dan pho|khu pho)([^a-z]|$)/, 'hamlets'],
  [/ntm|nong thon moi|cong nhan|dat chuan/, 'ntm_status'],
  [/(^|[^a-z])(xa|phuong|communes?|wards?)([^a-z]|$)/, 'communes'],
  [/(^|[^a-z])(huien|districts?)([^a-z]|$)/, 'districts'],
  [/(^|[^a-z])(tinh|provinces?)([^a-z]|$)/, 'provinces'],
];

/**
 * @param {readonly string[]} fileNames @param {readonly string[]} layers that can be imported into
 * @returns {string} the layer that the names speak of, else communes, else the first
 */
export function guessLayer(fileNames, layers) {
  const text = fold(fileNames.join(' ')).replace(/[_\-.]+/g, ' ');
  const spoken = NAMES.find(([pattern, layer]) => layers.includes(layer) && pattern.test(text));
  return spoken?.[1] ?? (layers.includes('communes') ? 'communes' : layers[0] ?? '');
}
