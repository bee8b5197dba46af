// @ts-check
import { areaOf, distanceOf, stepsOf } from '../measure/measure.js';
import { minus } from '../topology/actions/index.js';
import { keyOf, toDegrees } from '../topology/grid.js';
import { boxOf, locateIn, segmentsOf, verticesOf } from '../topology/shapes.js';
import { footOf } from '../tools/snap.js';

/** @typedef {import('../topology/types.js').Point} Point */
/** @typedef {import('../topology/types.js').Shape} Shape */
/** @typedef {import('../topology/types.js').Coverage} Coverage */
/** @typedef {{code: 'outsideUnit' | 'outsideArea', ids: string[], place: Point, unit: string, size: number}} Stray size in square metres */

// The server's measures: borders of units are known to some metres only; an account's area is kept to the decimetre.
const UNIT_METRES = 20;
const UNIT_SHARE = 0.01;
const AREA_METRES = 0.11;

/** Whether features stay in the commune that they name, and in the area of who is signed in. The server judges; this tells sooner. */
export class Belonging {
  /**
   * @param {() => Coverage} communes those that are loaded @param {readonly string[]} area codes of communes and provinces; none: everywhere
   */
  constructor(communes, area) {
    this._communes = communes;
    this._area = area;
  }

  /** @returns {string} the units of the account, by name where they are loaded */
  get areaText() {
    return this._area.map((code) => {
      const unit = this._communes().list().find(({ properties }) => String(properties.code) === code);
      return unit ? `${unit.properties.name} ${code}` : code;
    }).join(', ');
  }

  /** @param {Coverage} coverage @param {Iterable<string>} ids of changed features @returns {Stray[]} */
  check(coverage, ids) {
    /** @type {Stray[]} */
    const found = [];
    for (const id of ids) {
      const shape = coverage.get(id);
      const base = coverage.loaded.get(id);
      if (shape && !(base && base.polygons === shape.polygons && base.point === shape.point && base.properties.commune === shape.properties.commune)) {
        const known = base ? verticesOf(base) : new Map();
        const fresh = shape.point ? [shape.point] : [...verticesOf(shape).values()].filter((point) => !known.has(keyOf(point)));
        found.push(...this._unit(shape), ...this._landOfAccount(shape, fresh));
      }
    }
    return found;
  }

  /** While somebody draws: one place at a time. @param {Point} point @param {Shape | null} shape @returns {{code: Stray['code'], unit: string} | null} */
  at(point, shape) {
    const unit = shape && this._unitOf(shape);
    if (unit && isBeyond(point, [unit], UNIT_METRES)) {
      return { code: 'outsideUnit', unit: nameOf(unit) };
    }
    return this._isForeign(point) ? { code: 'outsideArea', unit: '' } : null;
  }

  /** @param {Shape} shape @returns {Stray[]} */
  _unit(shape) {
    const unit = shape.point ? null : this._unitOf(shape);
    const off = unit && [...verticesOf(shape).values()].find((point) => isBeyond(point, [unit], UNIT_METRES));
    if (!unit || !off) {
      return [];
    }
    const size = areaOf(minus(shape.polygons, unit.polygons));
    return size > UNIT_SHARE * areaOf(shape.polygons) ? [{ code: 'outsideUnit', ids: [shape.id], place: off, unit: nameOf(unit), size }] : [];
  }

  /** @param {Shape} shape @param {Point[]} fresh @returns {Stray[]} */
  _landOfAccount(shape, fresh) {
    const off = fresh.find((point) => this._isForeign(point));
    return off ? [{ code: 'outsideArea', ids: [shape.id], place: off, unit: '', size: 0 }] : [];
  }

  /** @param {readonly Point[]} points @returns {Shape | null} the commune that all of them lie in */
  unitAround(points) {
    return this._communes().near(boxOf(points)).find((unit) => points.every((point) => locateIn(point, unit) >= 0)) ?? null;
  }

  /** @param {Shape} shape @returns {Shape | null} */
  _unitOf({ properties }) {
    return properties.commune ? this._communes().get(`communes.${properties.commune}`) : null;
  }

  /** @param {Point} point @returns {boolean} in none of the account's units; false also where no unit is known */
  _isForeign(point) {
    if (this._area.length === 0) {
      return false;
    }
    const slack = stepsOf(AREA_METRES, toDegrees(point)[1])[1];
    const near = this._communes().near([point[0] - slack, point[1] - slack, point[0] + slack, point[1] + slack]);
    const own = near.filter(({ properties }) => [properties.code, properties.province_code].some((code) => this._area.includes(String(code))));
    return near.some((unit) => locateIn(point, unit) >= 0) && isBeyond(point, own, AREA_METRES);
  }
}

/** @param {Point} point @param {Shape[]} units @param {number} metres @returns {boolean} in none of them, nor as near to one */
function isBeyond(point, units, metres) {
  return !units.some((unit) => locateIn(point, unit) >= 0 || segmentsOf(unit).some(([a, b]) => distanceOf(point, footOf(point, a, b)) <= metres));
}

/** @param {Shape} unit @returns {string} as the server names it */
function nameOf({ id, properties }) {
  return `${properties.name ?? ''} (${id})`;
}
