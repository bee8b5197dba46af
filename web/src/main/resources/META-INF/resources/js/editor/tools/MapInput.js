// @ts-check
import { fromDegrees } from '../topology/grid.js';

/** @typedef {import('../topology/types.js').Point} Point */
/** @typedef {{at: Point, reach: [x: number, y: number], isTouch: boolean, isFree: boolean}} Pointed reach: how far a finger or a mouse may miss, in steps */
/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {(pointed: Pointed) => boolean} [down] true: the tool takes the drag, the map stays
 * @property {(pointed: Pointed) => void} [drag]
 * @property {(pointed: Pointed, isMoved: boolean) => void} [up] after a drag
 * @property {(pointed: Pointed) => void} [click]
 * @property {(pointed: Pointed) => void} [hover]
 * @property {(event: KeyboardEvent) => boolean} [key] true: done, nobody else need look
 * @property {() => void} [cancel]
 */

const CLICK_PX = 5;
const MOUSE_PX = 10;
const FINGER_PX = 24;
/** How far the arrow keys move the map, and how far with Shift. */
const NEAR_PX = 20;
const FAR_PX = 160;
/** @type {Record<string, [x: number, y: number]>} */
const PAN = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Turns what pointers do on the map into places, for whichever tool is in hand. */
export class MapInput {
  /** @param {import('leaflet').Map} map @param {() => Tool} tool */
  constructor(map, tool) {
    this._map = map;
    this._tool = tool;
    this._container = map.getContainer();
    /** @type {{id: number, x: number, y: number, isTaken: boolean, isMoved: boolean} | null} */
    this._press = null;
    this._stop = new AbortController();
    const { signal } = this._stop;
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ run) => this._container.addEventListener(type, run, { capture: true, signal });
    on('pointerdown', (event) => this._down(event));
    on('pointermove', (event) => this._move(event));
    on('pointerup', (event) => this._up(event));
    on('pointercancel', () => this._cancel());
    on('keydown', (event) => {
      if (this._tool().key?.(event) || this._goes(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
    on('contextmenu', (event) => event.preventDefault());
  }

  remove() {
    this._stop.abort();
    this._map.dragging.enable();
  }

  /** @returns {Pointed} the middle of the map, for who has no pointer */
  get middle() {
    const { x, y } = this._map.getSize();
    return this._pointed(x / 2, y / 2, false, false);
  }

  /** Keys that no tool wants move and zoom the map under the aim in its middle. @param {KeyboardEvent} event @returns {boolean} */
  _goes(event) {
    const way = PAN[event.key];
    const zoom = { '+': 1, '=': 1, '-': -1, _: -1 }[event.key];
    if ((!way && !zoom) || event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    if (way) {
      const step = event.shiftKey ? FAR_PX : NEAR_PX;
      this._map.panBy([way[0] * step, way[1] * step], { animate: false });
    } else {
      this._map.setZoom(this._map.getZoom() + Number(zoom), { animate: false });
    }
    this._tool().hover?.(this.middle);
    return true;
  }

  /** @param {PointerEvent} event */
  _down(event) {
    if (!event.isPrimary) {
      // A second finger zooms: what the first one began is dropped.
      this._cancel();
      return;
    }
    if (event.button !== 0 || this._isOnControl(event)) {
      return;
    }
    // The keys belong to where the pointer works: Enter ends a drawing and does not press the tool's button again.
    this._container.focus({ preventScroll: true });
    const isTaken = this._tool().down?.(this._at(event)) ?? false;
    this._press = { id: event.pointerId, x: event.clientX, y: event.clientY, isTaken, isMoved: false };
    if (isTaken) {
      this._map.dragging.disable();
      this._container.setPointerCapture(event.pointerId);
    }
  }

  /** @param {PointerEvent} event */
  _move(event) {
    const press = this._press;
    if (!press) {
      this._tool().hover?.(this._at(event));
    } else if (event.pointerId === press.id) {
      press.isMoved ||= Math.hypot(event.clientX - press.x, event.clientY - press.y) > CLICK_PX;
      if (press.isTaken && press.isMoved) {
        this._tool().drag?.(this._at(event));
      }
    }
  }

  /** @param {PointerEvent} event */
  _up(event) {
    const press = this._press;
    if (!press || event.pointerId !== press.id) {
      return;
    }
    this._press = null;
    this._map.dragging.enable();
    if (press.isTaken) {
      this._tool().up?.(this._at(event), press.isMoved);
    } else if (!press.isMoved) {
      this._tool().click?.(this._at(event));
    }
  }

  _cancel() {
    if (this._press) {
      this._press = null;
      this._map.dragging.enable();
      this._tool().cancel?.();
    }
  }

  /** @param {Event} event */
  _isOnControl(event) {
    return event.target instanceof Element && event.target.closest('.leaflet-control, button') !== null;
  }

  /** @param {PointerEvent} event */
  _at(event) {
    const box = this._container.getBoundingClientRect();
    return this._pointed(event.clientX - box.left, event.clientY - box.top, event.pointerType === 'touch', event.altKey);
  }

  /** @param {number} x @param {number} y @param {boolean} isTouch @param {boolean} isFree no snapping @returns {Pointed} */
  _pointed(x, y, isTouch, isFree) {
    const px = isTouch ? FINGER_PX : MOUSE_PX;
    const place = (/** @type {number} */ dx, /** @type {number} */ dy) => {
      const { lng, lat } = this._map.containerPointToLatLng([x + dx, y + dy]);
      return fromDegrees([lng, lat]);
    };
    const at = place(0, 0);
    const corner = place(px, -px);
    return { at, reach: [corner[0] - at[0], corner[1] - at[1]], isTouch, isFree };
  }
}
