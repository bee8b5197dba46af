// @ts-check
import { edgeKey, keyOf, same } from './grid.js';
import { between, cross, isFlat, locate, meet, orient } from './predicates.js';
import { boxesMeet, edgesOf, locateIn, segmentsOf, verticesOf } from './shapes.js';

/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Ring} Ring */
/** @typedef {import('./types.js').Shape} Shape */
/** @typedef {import('./Coverage.js').Coverage} Coverage */
/** @typedef {'tooFew' | 'spike' | 'selfTouch' | 'selfCross' | 'holeOutside' | 'overlap' | 'unmatched'} ProblemCode */
/** @typedef {{code: ProblemCode, ids: string[], place: Point}} Problem */
/** @typedef {{a: Point, b: Point, ring: Ring, shape: Shape, west: number, east: number, south: number, north: number}} Segment */

/**
 * What is wrong with shapes and between them and their neighbours; one finding for each code and pair.
 *
 * @param {Coverage} coverage @param {Iterable<string>} ids @returns {Problem[]}
 */
export function problems(coverage, ids) {
  /** @type {Map<string, Problem>} */
  const found = new Map();
  const say = (/** @type {ProblemCode} */ code, /** @type {string[]} */ about, /** @type {Point} */ place) => {
    const sorted = [...new Set(about)].sort();
    const key = `${code} ${sorted.join(' ')}`;
    if (!found.has(key)) {
      found.set(key, { code, ids: sorted, place });
    }
  };
  /** @type {Set<string>} */
  const pairs = new Set();
  for (const id of ids) {
    const shape = coverage.get(id);
    if (shape && !shape.point && isWhole(shape, say)) {
      within(shape, say);
      for (const other of coverage.near(shape.box)) {
        const pair = [shape.id, other.id].sort().join(' ');
        if (other.id !== shape.id && !pairs.has(pair)) {
          pairs.add(pair);
          betweenTwo(shape, other, say);
        }
      }
    }
  }
  return [...found.values()];
}

/** @typedef {(code: ProblemCode, about: string[], place: Point) => void} Say */

/** @param {Shape} shape @param {Say} say */
function isWhole({ id, polygons }, say) {
  const short = polygons.flat().find(isFlat);
  if (short || polygons.length === 0) {
    say('tooFew', [id], short?.[0] ?? [0, 0]);
  }
  return !short && polygons.length > 0;
}

/** @param {Shape} shape @param {Say} say */
function within(shape, say) {
  const segments = sorted(shape);
  pairsOf(segments, segments, (s, t) => {
    const common = same(s.b, t.a) ? s.b : same(t.b, s.a) ? s.a : null;
    if (common && s.ring === t.ring) {
      const [before, after] = same(s.b, t.a) ? [s.a, t.b] : [t.a, s.b];
      if (orient(before, common, after) === 0 && !between(common, before, after)) {
        say('spike', [shape.id], common);
      }
    } else if (common || same(s.a, t.a) || same(s.b, t.b)) {
      if (s.ring === t.ring) {
        say('selfTouch', [shape.id], common ?? (same(s.a, t.a) ? s.a : s.b));
      } else if (edgeKey(s.a, s.b) === edgeKey(t.a, t.b)) {
        say('selfTouch', [shape.id], s.a);
      }
    } else if (meet(s.a, s.b, t.a, t.b)) {
      say('selfCross', [shape.id], s.a);
    }
  });
  for (const polygon of shape.polygons) {
    const [shell, ...holes] = polygon;
    for (const hole of holes) {
      const off = hole.find((point) => locate(point, shell) < 0 || holes.some((other) => other !== hole && locate(point, other) > 0));
      if (off) {
        say('holeOutside', [shape.id], off);
      }
    }
    const cut = holes.length > 0 ? whereCutApart(polygon) : null;
    const inside = shape.polygons.length > 1
      ? shell.find((point) => shape.polygons.some((other) => other !== polygon && locateIn(point, { polygons: [other] }) > 0)) : null;
    if (cut || inside) {
      say('selfTouch', [shape.id], cut ?? inside ?? shell[0]);
    }
  }
}

/** @param {import('./types.js').Polygon} polygon @returns {Point | null} where rings that touch each other close a circle, which cuts the area in two */
function whereCutApart(polygon) {
  const group = polygon.map((_ring, i) => i);
  /** @type {Map<string, number>} the first ring through a place */
  const first = new Map();
  for (const [i, ring] of polygon.entries()) {
    for (const point of ring) {
      const other = first.get(keyOf(point));
      if (other === undefined) {
        first.set(keyOf(point), i);
      } else if (other !== i) {
        const [from, to] = [group[i], group[other]];
        if (from === to) {
          return point;
        }
        group.forEach((one, at) => {
          group[at] = one === from ? to : one;
        });
      }
    }
  }
  return null;
}

/** @param {Shape} one @param {Shape} other @param {Say} say */
function betweenTwo(one, other, say) {
  const ids = [one.id, other.id];
  let isCrossed = false;
  pairsOf(sorted(one, other), sorted(other, one), (s, t) => {
    if (same(s.a, t.b) && same(s.b, t.a)) {
      return;
    }
    if (same(s.a, t.a) && same(s.b, t.b)) {
      isCrossed = true;
      say('overlap', ids, s.a);
    } else if (cross(s.a, s.b, t.a, t.b)) {
      isCrossed = true;
      say('overlap', ids, s.a);
    } else {
      const on = [t.a, t.b].find((p) => isOn(p, s)) ?? [s.a, s.b].find((p) => isOn(p, t));
      if (on) {
        say('unmatched', ids, on);
      }
    }
  });
  const place = isCrossed ? null : reachesInto(one, other) ?? reachesInto(other, one);
  if (place) {
    say('overlap', ids, place);
  }
}

/** @param {Point} p @param {{a: Point, b: Point}} segment @returns {boolean} on it, but not at an end */
function isOn(p, { a, b }) {
  return !same(p, a) && !same(p, b) && between(p, a, b) && orient(a, b, p) === 0;
}

/** @param {Shape} one @param {Shape} other whose edges do not cross @returns {Point | null} where a border of one runs inside the other */
function reachesInto(one, other) {
  const theirEdges = edgesOf(other);
  const theirVertices = verticesOf(other);
  const doubled = { polygons: other.polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => /** @type {Point} */ ([2 * x, 2 * y])))) };
  for (const ring of one.polygons.flat()) {
    let isKnown = false;
    for (let i = 0; i < ring.length; i += 1) {
      const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
      if (theirVertices.has(keyOf(a))) {
        isKnown = false;
      }
      if (!isKnown && !theirEdges.has(edgeKey(a, b))) {
        if (locateIn([a[0] + b[0], a[1] + b[1]], doubled) > 0) {
          return a;
        }
        // Until the next common vertex the border stays on this side.
        isKnown = true;
      }
    }
  }
  return null;
}

/** @param {Shape} shape @param {Shape} [near] only segments in its box @returns {Segment[]} from west to east */
function sorted(shape, near) {
  /** @type {Segment[]} */
  const all = [];
  for (const [a, b, ring] of segmentsOf(shape)) {
    const [west, east] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
    const [south, north] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]];
    if (!near || boxesMeet([west, south, east, north], near.box)) {
      all.push({ a, b, ring, shape, west, east, south, north });
    }
  }
  return all.sort((s, t) => s.west - t.west);
}

/** @param {Segment[]} ones @param {Segment[]} others the same list for pairs within it @param {(s: Segment, t: Segment) => void} look */
function pairsOf(ones, others, look) {
  const isSame = ones === others;
  const sweep = (/** @type {Segment[]} */ from, /** @type {Segment[]} */ to, /** @type {boolean} */ isStrict, /** @type {boolean} */ isTurned) => {
    let start = 0;
    from.forEach((s, i) => {
      while (start < to.length && (isStrict ? to[start].west <= s.west : to[start].west < s.west)) {
        start += 1;
      }
      for (let j = isSame ? i + 1 : start; j < to.length && to[j].west <= s.east; j += 1) {
        if (to[j].south <= s.north && s.south <= to[j].north) {
          look(isTurned ? to[j] : s, isTurned ? s : to[j]);
        }
      }
    });
  };
  sweep(ones, others, false, false);
  if (!isSame) {
    sweep(others, ones, true, true);
  }
}
