package vn.ruralmap.dataimport.placing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What tells where a row lies.
 *
 * @param row 1-based
 * @param inner a place within the feature, in the numbers of the source
 * @param vertices some of its vertices
 * @param named the stored unit it says it is or lies in; null: none
 * @param isItself true if it says that it is this unit, so that their outlines should be the same
 */
public record SampledRow(
        long row,
        Coordinate inner,
        List<Coordinate> vertices,
        @Nullable Unit named,
        boolean isItself) {

    private static final int VERTICES = 16;

    public SampledRow {
        vertices = List.copyOf(vertices);
    }

    /** @param geometry not empty */
    public static SampledRow of(long row, Geometry geometry, @Nullable Unit named, boolean isItself) {
        Coordinate[] all = geometry.getCoordinates();
        List<Coordinate> some = new ArrayList<>();
        int step = Math.max(1, all.length / VERTICES);
        for (int i = 0; i < all.length; i += step) {
            some.add(new Coordinate(all[i].x, all[i].y));
        }
        Geometry inner = geometry.getInteriorPoint();
        Coordinate place = inner.isEmpty() ? geometry.getEnvelopeInternal().centre() : inner.getCoordinate();
        return new SampledRow(row, new Coordinate(place.x, place.y), some, named, isItself);
    }

    /** The same place of a row that says something else, or nothing. */
    public SampledRow claiming(@Nullable Unit unit, boolean itself) {
        return new SampledRow(row, inner, vertices, unit, itself);
    }
}
