/**
 * Writes shapefiles: streamed into a zip, the same bytes for the same rows.
 *
 * <p>{@link vn.ruralmap.dataimport.write.ShapefileZip} writes a
 * {@link vn.ruralmap.dataimport.write.ShapefileTable}. This package knows geometry and plain values; it must not know
 * layers, stores, reading or protocols.
 */
@NullMarked
package vn.ruralmap.dataimport.write;

import org.jspecify.annotations.NullMarked;
