package vn.ruralmap.server.tiling;

import org.locationtech.jts.geom.Envelope;

/**
 * Which tile.
 *
 * @param level index of the matrix, 0 the coarsest
 * @param column from the west, from 0
 * @param row from the north, from 0
 */
public record TileAddress(TileMatrixSet set, int level, int column, int row) {

    /** False if the set has no such tile. */
    public static boolean exists(TileMatrixSet set, int level, long column, long row) {
        if (level < 0 || level >= set.matrices().size()) {
            return false;
        }
        TileMatrix matrix = set.matrices().get(level);
        return column >= 0 && column < matrix.columns() && row >= 0 && row < matrix.rows();
    }

    public TileAddress {
        if (!exists(set, level, column, row)) {
            throw new IllegalArgumentException(set + " has no tile " + level + "/" + column + "/" + row);
        }
    }

    public TileMatrix matrix() {
        return set.matrices().get(level);
    }

    /** In the set's system, x eastward. */
    public Envelope bounds() {
        return set.bounds(level, column, row);
    }
}
