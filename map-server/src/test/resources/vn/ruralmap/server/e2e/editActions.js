// One action on a coverage of polygons a, b, c ..., in and out as WKT.
import * as actions from '/js/editor/topology/actions/index.js';
import { Coverage } from '/js/editor/topology/Coverage.js';
import { problems } from '/js/editor/topology/problems.js';
import { makeShape } from '/js/editor/topology/shapes.js';
import { parse, write } from '/js/test/wkt.js';

/** @param {string[]} texts */
export function coverageOf(texts) {
  return Coverage.of(texts.map((text, i) => makeShape({
    id: 'abcdefgh'[i], layer: 'zones', fid: i, version: 1, properties: {}, polygons: parse(text),
  })));
}

/** @returns {Record<string, string>} what became of each, `changed`, or why it was refused */
export function act({ name, polygons, args }) {
  let made = 0;
  const coverage = coverageOf(polygons);
  const all = name === 'splitFeature' ? [...args, () => `n${made += 1}`]
    : name === 'drawFeature' ? [{ id: 'n1', layer: 'zones', properties: {} }, ...args] : args;
  const outcome = actions[name](coverage, ...all);
  return outcome.ok
    ? { ...Object.fromEntries(outcome.coverage.list().map(({ id, polygons: now }) => [id, write(now)])), changed: outcome.changed.sort().join(' ') }
    : { refused: outcome.why };
}

/** @returns {string} codes and features of what is wrong */
export function wrong(polygons) {
  const coverage = coverageOf(polygons);
  return problems(coverage, coverage.list().map(({ id }) => id)).map(({ code, ids }) => `${code} ${ids.join('')}`).sort().join(', ');
}
