// Edits a coverage at random, as a careful officer would: what makes something wrong is taken back at once.
import * as actions from '/js/editor/topology/actions/index.js';
import { Coverage } from '/js/editor/topology/Coverage.js';
import { History } from '/js/editor/topology/History.js';
import { problems } from '/js/editor/topology/problems.js';
import { locateIn, makeShape, segmentsOf, verticesOf } from '/js/editor/topology/shapes.js';
import { parse, write } from '/js/test/wkt.js';

/** How often each is tried, of 100. */
const WEIGHTS = {
  move: 30, insert: 18, delete: 14, join: 5, ontoEdge: 5, split: 7, merge: 8, hole: 2, fill: 2, draw: 2, cut: 2, simplify: 3, shift: 1, remove: 1,
};

/**
 * @param {{seed: number, steps: number, every: number, cells: string[]}} task cells as WKT
 * @returns what was done how often, snapshots as WKT, and whether undoing everything gave the start back
 */
export function randomEdits({ seed, steps, every, cells }) {
  const random = generator(seed);
  const start = Coverage.of(cells.map((text, i) => makeShape({
    id: `zones.${i}`, layer: 'zones', fid: i, version: 1, properties: {}, polygons: parse(text),
  })));
  const startText = textOf(start);
  const history = new History(start);
  const counts = {};
  const refusals = {};
  const states = [startText];
  const snapshots = [];
  let made = 0;
  let done = 0;
  for (let tries = 0; done < steps && tries < steps * 20; tries += 1) {
    const coverage = history.coverage;
    const name = choose(random, coverage.list().length);
    const outcome = attempt(name, coverage, random, () => `new-${made += 1}`);
    const wrong = outcome.ok ? problems(outcome.coverage, outcome.changed) : [];
    if (outcome.ok && wrong.length === 0) {
      history.push(outcome.coverage, name);
      counts[name] = (counts[name] ?? 0) + 1;
      done += 1;
      if (done % every === 0) {
        snapshots.push(outcome.coverage.list().map(({ polygons }) => write(polygons)));
        states.push(textOf(outcome.coverage));
      }
    } else {
      const why = `${name}: ${outcome.ok ? wrong[0].code : outcome.why}`;
      refusals[why] = (refusals[why] ?? 0) + 1;
    }
  }
  const undone = undoEverything(history, states, every);
  return { done, counts, refusals, snapshots, undone, isStart: textOf(history.coverage) === startText && history.coverage.changes.size === 0 };
}

/** Back to the start, comparing all that was written down on the way. */
function undoEverything(history, states, every) {
  let steps = history.length;
  let same = 0;
  do {
    if (steps % every === 0 && textOf(history.coverage) === states[steps / every]) {
      same += 1;
    }
    steps -= 1;
  } while (history.undo());
  return same === states.length;
}

function attempt(name, coverage, random, newId) {
  const all = coverage.list();
  const shape = pick(random, all);
  const vertex = pick(random, [...verticesOf(shape).values()]);
  const size = Math.sqrt((shape.box[2] - shape.box[0]) * (shape.box[3] - shape.box[1]));
  const near = (point, share) => [Math.round(point[0] + (random() - 0.5) * size * share), Math.round(point[1] + (random() - 0.5) * size * share)];
  const inside = () => {
    for (let i = 0; i < 30; i += 1) {
      const point = [Math.round(shape.box[0] + random() * (shape.box[2] - shape.box[0])), Math.round(shape.box[1] + random() * (shape.box[3] - shape.box[1]))];
      if (locateIn(point, shape) > 0) {
        return point;
      }
    }
    return vertex;
  };
  const ringAround = (middle, radius, corners) => Array.from({ length: corners }, (_one, i) => [
    Math.round(middle[0] + radius * Math.cos(2 * Math.PI * i / corners)), Math.round(middle[1] + radius * Math.sin(2 * Math.PI * i / corners)),
  ]);
  const [a, b] = pick(random, segmentsOf(shape));
  const t = 0.2 + 0.6 * random();
  const onEdge = [Math.round(a[0] + t * (b[0] - a[0])), Math.round(a[1] + t * (b[1] - a[1]))];
  switch (name) {
    case 'move': return actions.moveVertex(coverage, vertex, near(vertex, 0.3));
    case 'insert': return actions.insertVertex(coverage, a, b, onEdge);
    case 'delete': return actions.deleteVertex(coverage, vertex);
    case 'join': return actions.moveVertex(coverage, a, b);
    case 'ontoEdge': return actions.moveVertex(coverage, vertex, onEdge);
    case 'split': {
      const far = Math.max(shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]) * 2;
      const angle = random() * 2 * Math.PI;
      const middle = inside();
      const end = (side) => [Math.round(middle[0] + side * far * Math.cos(angle)), Math.round(middle[1] + side * far * Math.sin(angle))];
      return actions.splitFeature(coverage, shape.id, random() < 0.5 ? [end(-1), end(1)] : [end(-1), near(middle, 0.2), end(1)], newId);
    }
    case 'merge': return actions.mergeFeatures(coverage, shape.id, (pick(random, coverage.along(a, b).filter(({ id }) => id !== shape.id)) ?? shape).id);
    case 'hole': return actions.addHole(coverage, shape.id, ringAround(inside(), size * 0.1, 3 + Math.floor(random() * 5)));
    case 'fill': return actions.fillHole(coverage, shape.id, pick(random, shape.polygons.flatMap((polygon) => polygon.slice(1).flat())) ?? vertex);
    case 'draw': return actions.drawFeature(coverage, { id: newId(), layer: 'zones', properties: {} }, ringAround(vertex, size * 0.3, 6), true);
    case 'cut': {
      // Drawn over others on purpose, then cut by each of them.
      const id = newId();
      let now = actions.drawFeature(coverage, { id, layer: 'zones', properties: {} }, ringAround(vertex, size * 0.4, 5), false);
      const changed = new Set(now.ok ? now.changed : []);
      for (const other of now.ok ? now.coverage.near(now.coverage.get(id).box) : []) {
        const next = now.ok && other.id !== id ? actions.cutFeature(now.coverage, id, other.id) : now;
        if (next.ok) {
          next.changed.forEach((one) => changed.add(one));
          now = next;
        } else if (next.why === 'nothingLeft') {
          return next;
        }
      }
      return now.ok ? { ...now, changed: [...changed] } : now;
    }
    case 'simplify': return actions.simplifyFeature(coverage, shape.id, size * 0.03);
    case 'shift': return actions.moveFeature(coverage, shape.id, [Math.round((random() - 0.5) * size * 0.05), Math.round((random() - 0.5) * size * 0.05)]);
    default: return all.length > 20 ? actions.deleteFeature(coverage, shape.id) : { ok: false, why: 'few' };
  }
}

function choose(random, shapes) {
  const names = Object.keys(WEIGHTS);
  // Neither a plain of crumbs nor one lump.
  const weight = (name) => WEIGHTS[name] * (name === 'split' && shapes > 120 ? 0 : name === 'merge' && shapes < 30 ? 0 : 1);
  let at = random() * names.reduce((sum, name) => sum + weight(name), 0);
  return names.find((name) => (at -= weight(name)) < 0) ?? 'move';
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

function textOf(coverage) {
  return JSON.stringify(coverage.list().sort((p, q) => (p.id < q.id ? -1 : 1)).map(({ id, polygons }) => [id, polygons]));
}

/** Mulberry32: the same numbers for the same seed, everywhere. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
