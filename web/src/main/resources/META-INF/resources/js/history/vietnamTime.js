// @ts-check

const OFFSET_MS = 7 * 3600_000;

/** @param {string} instant @returns {string} what an input of type datetime-local shows for it, in Vietnam's time wherever the browser is */
export function toLocalInput(instant) {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString().slice(0, 16);
}

/** @param {string} local of such an input @returns {string | null} the end of that minute, so that what happened in it counts */
export function fromLocalInput(local) {
  const date = new Date(`${local.slice(0, 16)}:59.999+07:00`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
