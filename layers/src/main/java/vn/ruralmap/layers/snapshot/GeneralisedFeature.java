package vn.ruralmap.layers.snapshot;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Feature;

/**
 * A feature with the geometry to draw at some resolution.
 *
 * @param feature with its full geometry
 * @param geometry WGS84 degrees, generalised; never changed in place
 * @param position in the view
 * @param borders of all features at the resolution; null on layers that are no coverage
 */
public record GeneralisedFeature(
        Feature feature,
        Geometry geometry,
        int position,
        @Nullable LoneSegments borders) {

    /**
     * Which of its segments no other area has, numbered through all rings of all parts in their order; null: nobody knows, perhaps all.
     */
    public @Nullable BitSet loneSegments() {
        return borders == null ? null : borders.of(position);
    }
}
