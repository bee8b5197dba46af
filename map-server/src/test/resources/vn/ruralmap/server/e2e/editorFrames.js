// How long a frame takes while a vertex is dragged: 5,000 zones in view, 2,000 vertices in the edited one.
import { EditCanvas } from '/js/editor/canvas/EditCanvas.js';
import { snap } from '/js/editor/tools/snap.js';
import { moved, moveVertex } from '/js/editor/topology/actions/index.js';
import { Coverage } from '/js/editor/topology/Coverage.js';
import { keyOf } from '/js/editor/topology/grid.js';
import { problems } from '/js/editor/topology/problems.js';
import { makeShape, verticesOf } from '/js/editor/topology/shapes.js';
import { Map as LeafletMap } from '/js/leaflet.js';

const [ROWS, COLUMNS, SIZE] = [50, 100, 200000];
const EAST = 10580000000;
const NORTH = 960000000;

/** @returns {number[]} milliseconds: script of a frame, median and worst; from frame to frame, median and 95 %; dropping the vertex with all checks */
export async function measure() {
  const holder = document.createElement('div');
  holder.id = 'frames';
  document.body.append(holder);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('#frames { position: fixed; inset: 0; z-index: 9999; background: #fff }');
  document.adoptedStyleSheets = [sheet];
  const map = new LeafletMap(holder, { center: [9.65, 105.9], zoom: 13, zoomControl: false, attributionControl: false });
  const coverage = Coverage.of(zones());
  const canvas = new EditCanvas(map);
  const big = coverage.get('zones.2550');
  const from = big.polygons[0][0][10];
  const key = keyOf(from);
  const scene = { still: coverage.list(), changed: new Set(), wrong: new Set(), selected: big.id, shared: new Set(verticesOf(big).keys()), vertex: key, sketch: null, snapped: null, reference: [], tracks: [], marks: [] };
  canvas.show({ ...scene, live: [big] });
  await frame();
  await frame();
  const times = [];
  const thinking = [];
  let to = from;
  for (let i = 0; i < 90; i += 1) {
    const began = performance.now();
    const snapped = snap([from[0] + i * 300, from[1] + i * 200], [2000, 2000], coverage.near(big.box), { without: new Set([key]) });
    to = snapped.point;
    canvas.show({ ...scene, live: [...moved(coverage, new Map([[key, to]])).values()], snapped }, i > 0);
    thinking.push(performance.now() - began);
    await frame();
    times.push(performance.now() - began);
  }
  const script = thinking.map((ms, i) => ms + canvas.frameTimes[canvas.frameTimes.length - thinking.length + i]).sort((a, b) => a - b);
  const began = performance.now();
  const outcome = moveVertex(coverage, from, to);
  problems(outcome.coverage, outcome.changed);
  const drop = performance.now() - began;
  canvas.remove();
  map.remove();
  holder.remove();
  times.sort((a, b) => a - b);
  return [script[45], script[89], times[45], times[85], drop].map((ms) => Math.round(ms * 10) / 10);
}

/** A grid of zones with wavy borders: 40 vertices each, and one of 2,000. */
function zones() {
  const shapes = [];
  const corner = (i, j) => [EAST + i * SIZE, NORTH + j * SIZE];
  const edge = (a, b, n) => Array.from({ length: n }, (_one, k) => [
    Math.round(a[0] + (b[0] - a[0]) * k / n), Math.round(a[1] + (b[1] - a[1]) * k / n),
  ]);
  for (let i = 0; i < COLUMNS; i += 1) {
    for (let j = 0; j < ROWS; j += 1) {
      const fid = i * ROWS + j;
      const corners = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
      const count = (k) => (fid === 2550 ? 500 : (fid === 2551 && k === 0) || (fid === 2549 && k === 2) || (fid === 2600 && k === 3) || (fid === 2500 && k === 1) ? 500 : 10);
      const ring = corners.flatMap((a, k) => {
        const b = corners[(k + 1) % 4];
        return k < 2 ? edge(a, b, count(k)) : [a, ...edge(b, a, count(k)).slice(1).reverse()];
      });
      shapes.push(makeShape({ id: `zones.${fid}`, layer: 'zones', fid, version: 1, properties: {}, polygons: [[ring]] }));
    }
  }
  return shapes;
}

function frame() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
