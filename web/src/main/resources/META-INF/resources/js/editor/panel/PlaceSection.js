// @ts-check
import { el } from '../../dom/el.js';
import { DrawTool } from '../tools/DrawTool.js';
import { PointTool } from '../tools/PointTool.js';
import { movePoint, moveVertex } from '../topology/actions/index.js';
import { fromDegrees, keyOf, toDegrees } from '../topology/grid.js';
import { parseNumber } from './AttributeForm.js';

/** Of Viet Nam in systems of three degrees, metres. */
const NORTHINGS = [600_000, 2_700_000];
const EASTINGS = [100_000, 900_000];

/** Coordinates as cadastral tables print them: X northward, Y eastward, in the system of the province. */
export class PlaceSection {
  /** @param {import('../Editor.js').Bench} bench */
  constructor(bench) {
    this._bench = bench;
    this._shownFor = '';
    /** @type {{crs: string, name: string, meridian: number}[]} */
    this._systems = [];
    this._summary = el('summary', {});
    this._systemLabel = el('label', { for: 'place-system' });
    this._system = el('select', { id: 'place-system', 'data-testid': 'place-system', onchange: () => { this._shownFor = ''; this.draw(); } });
    this._xLabel = el('label', { for: 'place-x' });
    this._yLabel = el('label', { for: 'place-y' });
    const input = (/** @type {string} */ id) => el('input', { id, type: 'text', inputmode: 'decimal', autocomplete: 'off', 'data-testid': id });
    this._x = input('place-x');
    this._y = input('place-y');
    this._set = el('button', { type: 'submit', class: 'button', 'data-testid': 'place-set' });
    this._message = el('p', { class: 'editor-message', role: 'alert', hidden: true, 'data-testid': 'place-message' });
    this.root = el('details', { class: 'editor-section', 'data-testid': 'place', ontoggle: () => void this._open() }, this._summary,
      el('form', { class: 'editor-form', novalidate: true, onsubmit: (event) => { event.preventDefault(); void this._use(); } },
        this._systemLabel, this._system, this._xLabel, this._x, this._yLabel, this._y, el('div', { class: 'editor-wide editor-row' }, this._set), this._message));
  }

  useLanguage() {
    const { i18n } = this._bench;
    this._summary.textContent = i18n.t('place.heading');
    this._systemLabel.textContent = i18n.t('place.system');
    this._xLabel.textContent = i18n.t('place.x');
    this._yLabel.textContent = i18n.t('place.y');
    this._shownFor = '';
  }

  draw() {
    const { i18n, tool, workspace } = this._bench;
    const isDrawing = tool instanceof DrawTool || tool instanceof PointTool;
    this._set.textContent = i18n.t(isDrawing ? 'place.add' : workspace.shape?.point ? 'place.setPoint' : 'place.set');
    this._set.disabled = !isDrawing && !workspace.vertex;
    const key = workspace.vertex ? `${keyOf(workspace.vertex)} ${this._system.value} ${i18n.lang}` : '';
    if (this.root.open && key && key !== this._shownFor && this._system.value && !this.root.contains(document.activeElement?.closest('input') ?? null)) {
      this._shownFor = key;
      void this._show(key);
    }
  }

  /** The systems, with the one of the province chosen: its meridian is the nearest. */
  async _open() {
    if (!this.root.open || this._systems.length > 0) {
      this.draw();
      return;
    }
    try {
      this._systems = await this._bench.api.systems();
      const { lon } = this._bench.parts.map.position;
      const code = [...this._systems].sort((a, b) => Math.abs(a.meridian - lon) - Math.abs(b.meridian - lon))[0]?.crs;
      this._system.replaceChildren(...this._systems.map(({ crs, meridian }) => el('option', { value: crs, selected: crs === code }, `${degrees(meridian)} · ${crs}`)));
    } catch (error) {
      this._say(this._bench.i18n.error(error));
    }
    this.draw();
  }

  /** @param {string} key */
  async _show(key) {
    const { vertex } = this._bench.workspace;
    try {
      const place = vertex && await this._bench.api.fromDegrees(this._system.value, toDegrees(vertex));
      if (place && key === this._shownFor) {
        this._x.value = this._bench.i18n.exactMetres(place.x);
        this._y.value = this._bench.i18n.exactMetres(place.y);
      }
    } catch {
      // The fields stay as they are; they can still be typed into.
    }
  }

  async _use() {
    const { i18n, tool, workspace, api } = this._bench;
    const [x, y] = [parseNumber(this._x.value), parseNumber(this._y.value)];
    if (x === null || y === null || !this._system.value) {
      this._say(i18n.t('place.bad'));
      return;
    }
    if (x < NORTHINGS[0] || x > NORTHINGS[1] || y < EASTINGS[0] || y > EASTINGS[1]) {
      this._say(i18n.t(y > NORTHINGS[0] ? 'place.swapped' : 'place.failed'));
      return;
    }
    try {
      const { lon, lat } = await api.toDegrees(this._system.value, { x, y });
      const point = fromDegrees([lon, lat]);
      this._say('');
      if (tool instanceof DrawTool || tool instanceof PointTool) {
        tool.add(point);
      } else if (workspace.shape?.point) {
        this._bench.apply(movePoint(workspace.coverage, workspace.shape.id, point), 'did.place', { vertex: point });
      } else if (workspace.vertex) {
        this._bench.apply(moveVertex(workspace.coverage, workspace.vertex, point), 'did.place', { vertex: point });
      }
      this._bench.reveal(point);
    } catch (error) {
      this._say(/** @type {any} */ (error)?.status === 400 ? i18n.t('place.failed') : i18n.error(error));
    }
  }

  /** @param {string} text */
  _say(text) {
    this._message.textContent = text;
    this._message.hidden = !text;
  }
}

/** @param {number} meridian @returns {string} as offices name their systems: 105°30′ */
function degrees(meridian) {
  const whole = Math.floor(meridian);
  return `${whole}°${String(Math.round((meridian - whole) * 60)).padStart(2, '0')}′`;
}
