package vn.ruralmap.server.tiling.vector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.snapshot.GeneralisedFeature;

/**
 * Leaves out what could not be told apart: of the features that are smaller than a cell only the oldest of each cell stays.
 * Larger ones all stay, so no hole comes into a coverage.
 */
final class Thinning {

    private Thinning() {}

    /** @param cell side of a cell in units of the tile; 0: leaves out nothing */
    static List<GeneralisedFeature> apply(List<GeneralisedFeature> features, TileGrid grid, int cell) {
        if (cell == 0) {
            return features;
        }
        Set<Long> taken = new HashSet<>();
        List<GeneralisedFeature> kept = new ArrayList<>();
        for (GeneralisedFeature feature : features) {
            Envelope box = feature.geometry().getEnvelopeInternal();
            double[] one = grid.project(box.getMinX(), box.getMaxY());
            double[] other = grid.project(box.getMaxX(), box.getMinY());
            boolean isSmall = other[0] - one[0] < cell && other[1] - one[1] < cell;
            long column = (long) Math.floor((one[0] + other[0]) / 2 / cell);
            long row = (long) Math.floor((one[1] + other[1]) / 2 / cell);
            if (!isSmall || taken.add(column << 32 ^ row & 0xFFFFFFFFL)) {
                kept.add(feature);
            }
        }
        return kept;
    }
}
