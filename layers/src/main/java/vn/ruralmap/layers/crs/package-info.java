/**
 * Coordinate systems: which ones are offered, their axis order, and the way to and from WGS84 longitude and latitude.
 *
 * <p>{@link vn.ruralmap.layers.crs.CoordinateSystems} is the register, {@link vn.ruralmap.layers.crs.CoordinateSystem}
 * one system. VN-2000 is reached by the official seven parameters (EPSG:6960) and no other operation. GeoTools is used
 * here and does not show in any signature.
 */
@NullMarked
package vn.ruralmap.layers.crs;

import org.jspecify.annotations.NullMarked;
