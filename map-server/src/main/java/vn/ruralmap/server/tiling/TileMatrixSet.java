package vn.ruralmap.server.tiling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * A pyramid of tile grids over a coordinate system (OGC 17-083r4, OGC 07-057r7 §6.1). Each level halves the pixels of the one
 * above. There is one object for each set, so sets are compared by identity.
 */
public final class TileMatrixSet {

    private static final double PIXEL_METRES = 0.00028;
    private static final int TILE_PX = 256;

    private final Name name;
    private final CoordinateSystem crs;
    private final double left;
    private final double top;
    private final List<TileMatrix> matrices;

    /**
     * What a set is called.
     *
     * @param id in requests
     * @param title for people
     * @param crs the URI of its coordinate system, exactly as standards spell it
     * @param wellKnownScaleSet URI of the scale set that it is compatible with; null: none
     */
    public record Name(
            String id,
            LocalizedText title,
            String crs,
            @Nullable String wellKnownScaleSet) {}

    /**
     * @param left x of the western edge of all levels
     * @param top y of the northern edge of all levels
     * @param cellSize of the coarsest level
     * @param columns of the coarsest level
     * @param rows of the coarsest level
     */
    TileMatrixSet(
            Name name,
            CoordinateSystem crs,
            double left,
            double top,
            double cellSize,
            int columns,
            int rows,
            int levels) {
        this.name = name;
        this.crs = crs;
        this.left = left;
        this.top = top;
        List<TileMatrix> all = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            double size = cellSize / (1L << level);
            double scale = size * crs.metresPerUnit() / PIXEL_METRES;
            all.add(new TileMatrix(Integer.toString(level), size, scale, TILE_PX, columns << level, rows << level));
        }
        this.matrices = List.copyOf(all);
    }

    public Name name() {
        return name;
    }

    public CoordinateSystem crs() {
        return crs;
    }

    /** The coarsest first. */
    public List<TileMatrix> matrices() {
        return matrices;
    }

    /** x of the western edge of all levels. */
    public double left() {
        return left;
    }

    /** y of the northern edge of all levels. */
    public double top() {
        return top;
    }

    /** The level of a matrix, for example 3 for {@code "3"}. */
    public Optional<Integer> findLevel(String matrix) {
        for (int level = 0; level < matrices.size(); level++) {
            if (matrices.get(level).id().equals(matrix)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** The area of a tile, x eastward. */
    Envelope bounds(int level, int column, int row) {
        double size = matrices.get(level).tileSize();
        return new Envelope(left + column * size, left + (column + 1) * size, top - (row + 1) * size, top - row * size);
    }

    /**
     * The tiles of a level that meet an area.
     *
     * @param area in the set's system
     * @return first column, first row, last column, last row
     */
    public int[] limits(int level, Envelope area) {
        TileMatrix matrix = matrices.get(level);
        double size = matrix.tileSize();
        return new int[] {
            within((area.getMinX() - left) / size, matrix.columns()),
            within((top - area.getMaxY()) / size, matrix.rows()),
            within((area.getMaxX() - left) / size, matrix.columns()),
            within((top - area.getMinY()) / size, matrix.rows())
        };
    }

    private static int within(double tile, int count) {
        return (int) Math.max(0, Math.min(count - 1L, (long) Math.floor(tile)));
    }

    @Override
    public String toString() {
        return name.id();
    }
}
