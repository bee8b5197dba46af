package vn.ruralmap.server.tiling;

/**
 * One level of a {@link TileMatrixSet} (OGC 17-083r4 §6.2, OGC 07-057r7 §6.1).
 *
 * @param id name within its set
 * @param cellSize width and height of a pixel, in units of the set's system
 * @param scaleDenominator by the pixel of 0.28 mm, at the equator for degrees and Web Mercator
 * @param tilePx width and height of a tile
 * @param columns number of tiles from west to east
 * @param rows number of tiles from north to south
 */
public record TileMatrix(String id, double cellSize, double scaleDenominator, int tilePx, int columns, int rows) {

    double tileSize() {
        return cellSize * tilePx;
    }
}
