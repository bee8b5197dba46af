// @ts-check

/** @typedef {import('../topology/types.js').Shape} Shape */

/**
 * Points as discs: all of a kind in one path.
 *
 * @param {CanvasRenderingContext2D} pen @param {readonly Shape[]} shapes those without a point are left out
 * @param {(point: import('../topology/types.js').Point) => readonly [number, number]} at @param {string} colour @param {number} radius pixels
 */
export function drawPoints(pen, shapes, at, colour, radius) {
  const discs = new Path2D();
  for (const { point } of shapes) {
    if (point) {
      const [x, y] = at(point);
      discs.moveTo(x + radius, y);
      discs.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  pen.lineWidth = 4;
  pen.strokeStyle = '#fff';
  pen.stroke(discs);
  pen.fillStyle = colour;
  pen.fill(discs);
}
