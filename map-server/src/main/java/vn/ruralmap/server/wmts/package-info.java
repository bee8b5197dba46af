/**
 * {@code /wmts}: WMTS 1.0.0 (OGC 07-057r7) by key-value pairs and by RESTful addresses. SOAP is not offered.
 *
 * <p>{@link vn.ruralmap.server.wmts.WmtsServlet} finds the operation; {@link vn.ruralmap.server.wmts.TileCall} is what
 * either encoding says about a tile, as text; {@link vn.ruralmap.server.wmts.TileChoice} looks that up. Tiles are made in
 * {@code tiling}.
 */
@NullMarked
package vn.ruralmap.server.wmts;

import org.jspecify.annotations.NullMarked;
