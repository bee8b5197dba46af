/**
 * Vector tiles: Mapbox Vector Tile Specification 2.1.
 *
 * <p>{@link vn.ruralmap.server.tiling.vector.VectorFormat} makes tiles; each layer's {@code LayerEncoder} chooses features, {@code
 * TileGeometry} brings them onto the grid of the tile, {@code FeatureAttributes} says what they carry, and {@code MvtLayer}
 * writes the protocol buffers.
 */
@NullMarked
package vn.ruralmap.server.tiling.vector;

import org.jspecify.annotations.NullMarked;
