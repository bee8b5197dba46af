/**
 * Reads the geometry of GML 2.1.2 (OGC 02-069), 3.1.1 (OGC 03-105r1) and 3.2 (OGC 07-036, ISO 19136) from a stream.
 *
 * <p>{@link vn.ruralmap.layers.gml.GmlReader} is for requests: filters and transactions. It mends nothing and says where
 * the fault is. The importer reads files, whose systems and rings are often wrong, and has a lenient reader of its own.
 */
@NullMarked
package vn.ruralmap.layers.gml;

import org.jspecify.annotations.NullMarked;
