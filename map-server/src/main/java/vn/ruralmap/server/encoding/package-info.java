/**
 * How geometry and values become GeoJSON and GML, streamed: shared by the services that publish features.
 *
 * <p>{@link vn.ruralmap.server.encoding.GeoJsonGeometryWriter}, {@link vn.ruralmap.server.encoding.GmlGeometryWriter},
 * {@link vn.ruralmap.server.encoding.XmlWriter}. Knows no service and no HTTP.
 */
@NullMarked
package vn.ruralmap.server.encoding;

import org.jspecify.annotations.NullMarked;
