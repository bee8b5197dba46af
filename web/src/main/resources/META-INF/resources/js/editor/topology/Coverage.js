// @ts-check
import { edgeKey, keyOf } from './grid.js';
import { areSame, boxesMeet, edgesOf, verticesOf } from './shapes.js';

/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Shape} Shape */

/**
 * All shapes of a layer at one moment of editing: what was loaded, and what became of it. A state never changes; an action gives a
 * new one that shares all that stayed. Only what is loaded grows, for all states at once: the map moves on while somebody edits.
 */
export class Coverage {
  /** @param {Map<string, Shape>} loaded shared by all states @param {ReadonlyMap<string, Shape | null>} [changes] null: deleted */
  constructor(loaded, changes = new Map()) {
    this.loaded = loaded;
    this.changes = changes;
  }

  /** @param {Iterable<Shape>} shapes */
  static of(shapes) {
    return new Coverage(new Map([...shapes].map((shape) => [shape.id, shape])));
  }

  /** @param {string} id @returns {Shape | null} */
  get(id) {
    const changed = this.changes.get(id);
    return changed === undefined ? this.loaded.get(id) ?? null : changed;
  }

  /** @returns {Shape[]} */
  list() {
    /** @type {Shape[]} */
    const all = [];
    for (const shape of this.loaded.values()) {
      if (!this.changes.has(shape.id)) {
        all.push(shape);
      }
    }
    for (const shape of this.changes.values()) {
      if (shape) {
        all.push(shape);
      }
    }
    return all;
  }

  /** @param {ReadonlyMap<string, Shape | null>} changes @returns {Coverage} */
  with(changes) {
    const all = new Map(this.changes);
    for (const [id, shape] of changes) {
      const loaded = this.loaded.get(id);
      // What was changed and changed back is no change.
      if (shape === loaded || (shape === null && !loaded) || (shape && loaded && areSame(shape, loaded))) {
        all.delete(id);
      } else {
        all.set(id, shape);
      }
    }
    return new Coverage(this.loaded, all);
  }

  /** @param {import('./types.js').Box} box @returns {Shape[]} whose boxes meet it */
  near(box) {
    /** @type {Shape[]} */
    const found = [];
    for (const shape of this.loaded.values()) {
      if (boxesMeet(shape.box, box) && !this.changes.has(shape.id)) {
        found.push(shape);
      }
    }
    for (const shape of this.changes.values()) {
      if (shape && boxesMeet(shape.box, box)) {
        found.push(shape);
      }
    }
    return found;
  }

  /** @param {Point} point @returns {Shape[]} all that have a vertex there */
  through(point) {
    const key = keyOf(point);
    return this.near([...point, ...point]).filter((shape) => verticesOf(shape).has(key));
  }

  /** @param {Point} a @param {Point} b @returns {Shape[]} all that have this edge, in either direction */
  along(a, b) {
    const key = edgeKey(a, b);
    return this.near([...a, ...a]).filter((shape) => edgesOf(shape).has(key));
  }
}
