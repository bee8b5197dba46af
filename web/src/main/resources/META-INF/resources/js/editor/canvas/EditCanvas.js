// @ts-check
import { toDegrees } from '../topology/grid.js';
import { drawPoints } from './points.js';

/** @typedef {import('../topology/types.js').Point} Point */
/** @typedef {import('../topology/types.js').Ring} Ring */
/** @typedef {import('../topology/types.js').Shape} Shape */
/**
 * @typedef {object} Scene what is to be seen
 * @property {Shape[]} still drawn again only when they or the view change
 * @property {ReadonlySet<string>} changed ids
 * @property {ReadonlySet<string>} wrong ids
 * @property {Shape[]} live drawn with every frame: the selected one, and whatever moves
 * @property {string | null} selected
 * @property {ReadonlySet<string>} shared keys of vertices of the selected one that are a neighbour's, too
 * @property {string | null} vertex key of the selected vertex
 * @property {{points: Point[], isClosed: boolean, cursor: Point | null} | null} sketch
 * @property {{point: Point, kind: string} | null} snapped
 * @property {Shape[]} reference of other layers, thin
 * @property {readonly (readonly Point[])[]} tracks
 * @property {Point[]} marks places of findings
 */

/** How much more than the map is drawn, of its size: a short move of the map shows no edge. */
const PADDING = 0.2;
const CLOSE_PX = 7;

/** @type {WeakMap<Ring, Float64Array>} pixels of the world at zoom 0 */
const projected = new WeakMap();

/** Two canvases over the map: one for what rests, one for what moves, so that a drag draws only what it touches. */
export class EditCanvas {
  /** @param {import('leaflet').Map} map */
  constructor(map) {
    this._map = map;
    this._pane = map.createPane('editor');
    this._pane.classList.add('editor-pane');
    this._still = /** @type {HTMLCanvasElement} */ (document.createElement('canvas'));
    this._live = /** @type {HTMLCanvasElement} */ (document.createElement('canvas'));
    this._pane.append(this._still, this._live);
    /** @type {Scene | null} */
    this._scene = null;
    this._frame = 0;
    this._scale = 1;
    /** @type {[x: number, y: number]} */
    this._shift = [0, 0];
    this._isStillDue = true;
    /** @type {number[]} milliseconds that drawing a frame took, the last ones */
    this.frameTimes = [];
    this._onMoved = () => this._place();
    this._onZoom = () => {
      this._pane.hidden = true;
    };
    map.on('moveend zoomend resize', this._onMoved);
    map.on('zoomanim', this._onZoom);
    this._place();
  }

  remove() {
    this._map.off('moveend zoomend resize', this._onMoved);
    this._map.off('zoomanim', this._onZoom);
    cancelAnimationFrame(this._frame);
    this._pane.remove();
    // Leaflet keeps panes by name.
    delete this._map.getPanes().editor;
  }

  /** @param {Scene} scene @param {boolean} isStillSame only what moves has changed */
  show(scene, isStillSame = false) {
    this._scene = scene;
    this._isStillDue ||= !isStillSame;
    this._frame ||= requestAnimationFrame(() => this._draw());
  }

  /** @param {Point} point @returns {[x: number, y: number]} pixels of the map's container */
  pixelOf(point) {
    const [lng, lat] = toDegrees(point);
    const { x, y } = this._map.latLngToContainerPoint({ lat, lng });
    return [x, y];
  }

  _place() {
    const size = this._map.getSize();
    const [padX, padY] = [Math.round(size.x * PADDING), Math.round(size.y * PADDING)];
    this._origin = this._map.containerPointToLayerPoint([-padX, -padY]);
    const ratio = window.devicePixelRatio || 1;
    for (const canvas of [this._still, this._live]) {
      canvas.width = (size.x + 2 * padX) * ratio;
      canvas.height = (size.y + 2 * padY) * ratio;
      canvas.style.width = `${size.x + 2 * padX}px`;
      canvas.style.height = `${size.y + 2 * padY}px`;
      canvas.style.transform = `translate(${this._origin.x}px, ${this._origin.y}px)`;
    }
    this._pane.hidden = false;
    const pixel = this._map.getPixelOrigin();
    this._scale = 2 ** this._map.getZoom();
    this._shift = [pixel.x + this._origin.x, pixel.y + this._origin.y];
    this._isStillDue = true;
    this._frame ||= requestAnimationFrame(() => this._draw());
  }

  _draw() {
    this._frame = 0;
    if (!this._scene) {
      return;
    }
    const began = performance.now();
    if (this._isStillDue) {
      this._isStillDue = false;
      this._drawStill(this._clear(this._still), this._scene);
    }
    this._drawLive(this._clear(this._live), this._scene);
    this.frameTimes = [...this.frameTimes.slice(-99), performance.now() - began];
  }

  /** @param {HTMLCanvasElement} canvas */
  _clear(canvas) {
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const ratio = window.devicePixelRatio || 1;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.lineJoin = 'round';
    return pen;
  }

  /** @param {CanvasRenderingContext2D} pen @param {Scene} scene */
  _drawStill(pen, scene) {
    const live = new Set(scene.live.map(({ id }) => id));
    const rest = scene.still.filter((shape) => !live.has(shape.id) && this._isInSight(shape));
    this._stroke(pen, scene.reference.filter((shape) => this._isInSight(shape)), '#6b21a8', 1.5, [6, 4]);
    pen.beginPath();
    rest.forEach((shape) => this._path(pen, shape.polygons));
    pen.fillStyle = 'rgb(255 255 255 / 28%)';
    pen.fill('evenodd');
    pen.strokeStyle = '#27434a';
    pen.lineWidth = 1.5;
    pen.stroke();
    this._stroke(pen, rest.filter(({ id }) => scene.changed.has(id)), '#0b6b54', 3, []);
    this._stroke(pen, rest.filter(({ id }) => scene.wrong.has(id)), '#b42318', 3, [8, 5]);
    const at = (/** @type {Point} */ point) => this._at(point);
    drawPoints(pen, rest.filter(({ id }) => !scene.changed.has(id)), at, '#27434a', 5);
    drawPoints(pen, rest.filter(({ id }) => scene.changed.has(id)), at, '#0b6b54', 7);
    for (const track of scene.tracks) {
      this._line(pen, track, '#7c3aed', 2, [2, 4]);
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {Scene} scene */
  _drawLive(pen, scene) {
    const others = scene.live.filter(({ id }) => id !== scene.selected);
    const selected = scene.live.find(({ id }) => id === scene.selected);
    this._stroke(pen, others, '#0b6b54', 2.5, []);
    if (selected) {
      pen.beginPath();
      this._path(pen, selected.polygons);
      pen.fillStyle = 'rgb(29 78 216 / 12%)';
      pen.fill('evenodd');
      pen.strokeStyle = '#fff';
      pen.lineWidth = 5;
      pen.stroke();
      pen.strokeStyle = scene.wrong.has(selected.id) ? '#b42318' : '#1d4ed8';
      pen.lineWidth = 2.5;
      pen.stroke();
      this._handles(pen, selected, scene);
      drawPoints(pen, [selected], (point) => this._at(point), '#1d4ed8', 9);
    }
    if (scene.sketch) {
      const points = scene.sketch.cursor ? [...scene.sketch.points, scene.sketch.cursor] : scene.sketch.points;
      this._line(pen, scene.sketch.isClosed && points.length > 2 ? [...points, points[0]] : points, '#c2410c', 2.5, [7, 4]);
      scene.sketch.points.forEach((point) => this._square(pen, this._at(point), 4, '#c2410c'));
    }
    for (const mark of scene.marks) {
      this._triangle(pen, this._at(mark));
    }
    if (scene.snapped && scene.snapped.kind !== 'free') {
      const [x, y] = this._at(scene.snapped.point);
      pen.strokeStyle = '#c2410c';
      pen.lineWidth = 2.5;
      pen.beginPath();
      pen.arc(x, y, scene.snapped.kind === 'vertex' ? 10 : 7, 0, 2 * Math.PI);
      pen.stroke();
    }
  }

  /**
   * Squares are vertices of its own, discs are common with a neighbour. Each kind is one path: thousands of small ones would take
   * longer than all the rest. Where they would lie on each other, one stands for several.
   *
   * @param {CanvasRenderingContext2D} pen @param {Shape} shape @param {Scene} scene
   */
  _handles(pen, shape, scene) {
    /** @type {[number, number] | null} */
    let chosen = null;
    const discs = new Path2D();
    const squares = new Path2D();
    for (const ring of shape.polygons.flat()) {
      const places = this._places(ring);
      let [lastX, lastY] = [-Infinity, -Infinity];
      for (let i = 0; i < ring.length; i += 1) {
        const x = places[2 * i] * this._scale - this._shift[0];
        const y = places[2 * i + 1] * this._scale - this._shift[1];
        if (x < -9 || y < -9 || x > this._still.width + 9 || y > this._still.height + 9) {
          continue;
        }
        const key = `${ring[i][0]},${ring[i][1]}`;
        if (key === scene.vertex) {
          chosen = [x, y];
        } else if (Math.abs(x - lastX) + Math.abs(y - lastY) >= CLOSE_PX) {
          [lastX, lastY] = [x, y];
          if (scene.shared.has(key)) {
            discs.moveTo(x + 5, y);
            discs.arc(x, y, 5, 0, 2 * Math.PI);
          } else {
            squares.rect(x - 4, y - 4, 8, 8);
          }
        }
      }
    }
    pen.lineWidth = 2;
    pen.strokeStyle = '#fff';
    pen.stroke(squares);
    pen.fillStyle = '#1d4ed8';
    pen.fill(squares);
    pen.lineWidth = 2.5;
    pen.strokeStyle = '#1d4ed8';
    pen.fillStyle = '#fff';
    pen.fill(discs);
    pen.stroke(discs);
    if (chosen) {
      this._square(pen, chosen, 8, '#c2410c');
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {readonly [number, number]} at @param {number} half @param {string} colour */
  _square(pen, [x, y], half, colour) {
    pen.fillStyle = '#fff';
    pen.fillRect(x - half - 1, y - half - 1, 2 * half + 2, 2 * half + 2);
    pen.fillStyle = colour;
    pen.fillRect(x - half, y - half, 2 * half, 2 * half);
  }

  /** @param {CanvasRenderingContext2D} pen @param {readonly [number, number]} at */
  _triangle(pen, [x, y]) {
    pen.beginPath();
    pen.moveTo(x, y - 12);
    pen.lineTo(x + 11, y + 8);
    pen.lineTo(x - 11, y + 8);
    pen.closePath();
    pen.fillStyle = '#fff';
    pen.fill();
    pen.strokeStyle = '#b42318';
    pen.lineWidth = 2.5;
    pen.stroke();
    pen.fillStyle = '#b42318';
    pen.fillRect(x - 1.2, y - 5, 2.4, 7);
    pen.fillRect(x - 1.2, y + 3.5, 2.4, 2.4);
  }

  /** @param {CanvasRenderingContext2D} pen @param {Shape[]} shapes @param {string} colour @param {number} width @param {number[]} dash */
  _stroke(pen, shapes, colour, width, dash) {
    if (shapes.length > 0) {
      pen.beginPath();
      shapes.forEach((shape) => this._path(pen, shape.polygons));
      pen.setLineDash(dash);
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.stroke();
      pen.setLineDash([]);
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {readonly Point[]} line @param {string} colour @param {number} width @param {number[]} dash */
  _line(pen, line, colour, width, dash) {
    pen.beginPath();
    line.forEach((point, i) => {
      const [x, y] = this._at(point);
      if (i === 0) {
        pen.moveTo(x, y);
      } else {
        pen.lineTo(x, y);
      }
    });
    pen.setLineDash(dash);
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
    pen.setLineDash([]);
  }

  /** @param {CanvasRenderingContext2D} pen @param {readonly (readonly Ring[])[]} polygons */
  _path(pen, polygons) {
    const [shiftX, shiftY] = this._shift;
    for (const polygon of polygons) {
      for (const ring of polygon) {
        const places = this._places(ring);
        let lastX = Infinity;
        let lastY = Infinity;
        for (let i = 0; i < places.length; i += 2) {
          const x = places[i] * this._scale - shiftX;
          const y = places[i + 1] * this._scale - shiftY;
          if (i === 0) {
            pen.moveTo(x, y);
          } else if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.7) {
            // Nobody sees it.
            continue;
          } else {
            pen.lineTo(x, y);
          }
          lastX = x;
          lastY = y;
        }
        pen.closePath();
      }
    }
  }

  /** @param {Shape} shape */
  _isInSight({ box }) {
    const [west, south] = this._at([box[0], box[1]]);
    const [east, north] = this._at([box[2], box[3]]);
    return east >= 0 && west <= this._still.width && south >= 0 && north <= this._still.height;
  }

  /** @param {Point} point @returns {[x: number, y: number]} pixels of the canvas */
  _at(point) {
    const [x, y] = worldOf(point);
    return [x * this._scale - this._shift[0], y * this._scale - this._shift[1]];
  }

  /** @param {Ring} ring @returns {Float64Array} */
  _places(ring) {
    let places = projected.get(ring);
    if (!places) {
      places = new Float64Array(ring.length * 2);
      for (let i = 0; i < ring.length; i += 1) {
        [places[2 * i], places[2 * i + 1]] = worldOf(ring[i]);
      }
      projected.set(ring, places);
    }
    return places;
  }
}

/** @param {Point} point @returns {[x: number, y: number]} Web Mercator, the world being 256 wide */
function worldOf([x, y]) {
  const sine = Math.sin(y * (Math.PI / 180 / 1e8));
  return [(x / 360e8 + 0.5) * 256, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256];
}
