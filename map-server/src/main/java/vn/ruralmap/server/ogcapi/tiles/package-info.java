/** OGC API - Tiles (OGC 20-057) with the tile matrix sets of OGC 17-083r4; the tiles are those of {@code server.tiling}. */
@NullMarked
package vn.ruralmap.server.ogcapi.tiles;

import org.jspecify.annotations.NullMarked;
