/**
 * Draws layers into images with their styles, and legends.
 *
 * <p>{@link vn.ruralmap.server.render.MapRenderer} draws {@link vn.ruralmap.server.render.DrawnLayer}s as seen through
 * a {@link vn.ruralmap.server.render.MapView}; {@link vn.ruralmap.server.render.ImageEncoder} makes PNG and JPEG of the
 * result; {@link vn.ruralmap.server.render.LegendRenderer} explains a style. Neighbouring images of one scale fit
 * together: hatches, dashes and labels depend on the place, never on the image.
 *
 * <p>Areas are filled by a scan-line filler of our own, lines are anti-aliased by Java2D into a mask, and letters are
 * outlines of the shipped font: Java's fonts need libraries of the host that a fresh server does not have. The package
 * knows neither HTTP nor stores.
 */
@NullMarked
package vn.ruralmap.server.render;

import org.jspecify.annotations.NullMarked;
