// @ts-check

/**
 * @param {string} text
 * @returns {string} lower case, without Vietnamese marks, y as i: `Kế Sách` gives `ke sach`, `Quy` and `Qui` are the same
 */
export function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/g, 'd').replace(/y/g, 'i');
}

/**
 * Where a query occurs in a text whatever the accents and case of both.
 *
 * @param {string} text @param {string} query
 * @returns {[start: number, end: number] | null} positions in the text as it is
 */
export function findFolded(text, query) {
  const wanted = fold(query.trim());
  if (!wanted) {
    return null;
  }
  // One letter may be several code units (a base and its marks), so positions are kept beside the folded letters.
  let folded = '';
  /** @type {number[]} */
  const starts = [];
  for (let i = 0; i < text.length; i += 1) {
    const letters = fold(text[i]);
    starts.push(...Array(letters.length).fill(i));
    folded += letters;
  }
  const at = folded.indexOf(wanted);
  if (at < 0) {
    return null;
  }
  const end = at + wanted.length;
  return [starts[at], end < starts.length ? starts[end] : text.length];
}
