/**
 * {@code /tiles}: Web Mercator tiles for web maps, as images and as vectors, and their TileJSON.
 *
 * <p>{@link vn.ruralmap.server.tiles.TilesServlet} reads addresses; tiles themselves are made in {@code tiling}.
 */
@NullMarked
package vn.ruralmap.server.tiles;

import org.jspecify.annotations.NullMarked;
