/**
 * Third stage of an import, for the geometry: from the coordinates of a source to the stored form.
 *
 * <p>The coordinate system was decided before (package {@code placing});
 * {@link vn.ruralmap.dataimport.transform.GeometryForm} brings one geometry to WGS84, onto the grid and into the shape a
 * layer stores: multi types, closed rings, shells counter-clockwise, valid after rounding.
 *
 * <p>This package knows the model and the coordinate systems; it knows no file, no attribute value and no store.
 */
@NullMarked
package vn.ruralmap.dataimport.transform;

import org.jspecify.annotations.NullMarked;
