/**
 * Tiles: where they lie, what they are made of, and how long they are kept.
 *
 * <p>A {@link vn.ruralmap.server.tiling.TileMatrixSet} divides the plane of a coordinate system; a {@link
 * vn.ruralmap.server.tiling.TileFormat} makes the bytes of one tile; {@link vn.ruralmap.server.tiling.Tiles} finds the tag
 * of a tile, and its bytes under that tag. The tag is made of the data that the tile shows, so that an edit gives new
 * ones to the tiles that it touches, every node and every process comes to the same, and nothing is ever purged.
 *
 * <p>Knows no service: how a tile is asked for, and how errors look, is theirs.
 */
@NullMarked
package vn.ruralmap.server.tiling;

import org.jspecify.annotations.NullMarked;
