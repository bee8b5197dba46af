// @ts-check

/**
 * How much of the map the open panels cover, so that what is shown lands in the free part.
 *
 * @param {HTMLElement} panel @param {HTMLElement} card @param {HTMLElement} map
 * @returns {import('../map/MapView.js').Insets}
 */
export function panelInsets(panel, card, map) {
  const insets = { top: 0, right: 0, bottom: 0, left: 0 };
  const whole = map.getBoundingClientRect();
  for (const part of [panel, card]) {
    const box = part.getBoundingClientRect();
    if (box.width === 0) {
      continue;
    }
    if (box.width > whole.width * 0.8) {
      insets.bottom = Math.max(insets.bottom, whole.bottom - box.top);
    } else if (box.left - whole.left < whole.width / 2) {
      insets.left = Math.max(insets.left, box.right - whole.left);
    } else {
      insets.right = Math.max(insets.right, whole.right - box.left);
    }
  }
  return insets;
}
