// @ts-check

/**
 * A sentence with its values: `{n}` is one of them, `{n|change|changes}` the word that belongs to one or to another number.
 *
 * @param {string} sentence @param {Record<string, string | number>} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (_whole, name, one, other) => {
    const value = String(values[name] ?? '');
    return one === undefined ? value : value === '1' ? one : other;
  });
}
