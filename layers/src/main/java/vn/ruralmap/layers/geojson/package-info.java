/**
 * Reads the geometry of GeoJSON (RFC 7946) from a stream, for requests: what is written through OGC API, and filters.
 *
 * <p>It mends nothing and says where the fault is, as {@code gml} does. The importer reads files and has a lenient reader of its own.
 */
@NullMarked
package vn.ruralmap.layers.geojson;

import org.jspecify.annotations.NullMarked;
