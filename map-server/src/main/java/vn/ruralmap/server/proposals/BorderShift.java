package vn.ruralmap.server.proposals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.crs.Spheroid;

/**
 * How two shapes of one feature differ, on the ellipsoid.
 *
 * @param movedMetres the farthest that a vertex of one outline lies from the other, both ways; null: one of them is missing
 * @param hectaresBefore geodesic; null: no polygon
 * @param hectaresAfter geodesic; null: no polygon
 */
record BorderShift(
        @Nullable Double movedMetres,
        @Nullable Double hectaresBefore,
        @Nullable Double hectaresAfter) {

    private static final double SQUARE_METRES_PER_HECTARE = 10_000;

    /** Null: both are the same, or there are none. */
    static @Nullable BorderShift between(@Nullable Geometry before, @Nullable Geometry after) {
        if (before == after || before != null && after != null && before.equalsExact(after)) {
            return null;
        }
        return new BorderShift(
                before == null || after == null ? null : moved(before, after), hectares(before), hectares(after));
    }

    /** On a plane that is true to scale at the middle of both: within 1 % for features up to three degrees. */
    private static double moved(Geometry one, Geometry other) {
        Envelope box = new Envelope(one.getEnvelopeInternal());
        box.expandToInclude(other.getEnvelopeInternal());
        Coordinate centre = box.centre();
        double east = Spheroid.metres(centre, new Coordinate(centre.x + 1e-3, centre.y)) * 1e3;
        double north = Spheroid.metres(centre, new Coordinate(centre.x, centre.y + 1e-3)) * 1e3;
        AffineTransformation plane =
                AffineTransformation.translationInstance(-centre.x, -centre.y).scale(east, north);
        Geometry first = plane.transform(one);
        Geometry second = plane.transform(other);
        return Math.max(farthest(first, second), farthest(second, first));
    }

    private static double farthest(Geometry from, Geometry to) {
        // vertices of both need no search: correcting one corner of a long border is quick
        Set<Coordinate> shared = new HashSet<>(Arrays.asList(to.getCoordinates()));
        IndexedFacetDistance outline = new IndexedFacetDistance(to);
        double farthest = 0;
        for (Coordinate vertex : from.getCoordinates()) {
            if (!shared.contains(vertex)) {
                farthest = Math.max(farthest, outline.distance(from.getFactory().createPoint(vertex)));
            }
        }
        return farthest;
    }

    static @Nullable Double hectares(@Nullable Geometry lonLat) {
        return lonLat == null || lonLat.getDimension() < 2
                ? null
                : (Double) (Spheroid.squareMetres(lonLat) / SQUARE_METRES_PER_HECTARE);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("movedMetres", rounded(movedMetres, 1e2));
        json.set("hectaresBefore", rounded(hectaresBefore, 1e4));
        json.set("hectaresAfter", rounded(hectaresAfter, 1e4));
        double difference = (hectaresAfter == null ? 0 : hectaresAfter) - (hectaresBefore == null ? 0 : hectaresBefore);
        json.set("hectaresChanged", rounded(difference, 1e4));
        return json;
    }

    private static tools.jackson.databind.JsonNode rounded(@Nullable Double value, double scale) {
        return value == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.numberNode(Math.rint(value * scale) / scale);
    }
}
