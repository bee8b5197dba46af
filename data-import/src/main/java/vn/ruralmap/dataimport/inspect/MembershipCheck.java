package vn.ruralmap.dataimport.inspect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;

/**
 * Features that do not lie in the unit that they name.
 *
 * <p>Borders of units are known to some metres only, so an area counts as outside if more than {@value #SHARE} of it and
 * some point farther than {@value #DISTANCE_METRES} m are; a point if it is farther than that.
 */
final class MembershipCheck {

    static final double SHARE = 0.01;
    static final double DISTANCE_METRES = 20;

    private final InspectIssues issues;
    private final Function<String, List<Feature>> stored;
    private final int at;
    private final @Nullable Layer target;
    private final Map<Long, Unit> units = new HashMap<>();
    private final STRtree index = new STRtree();

    MembershipCheck(Catalogue catalogue, Layer layer, InspectIssues issues, Function<String, List<Feature>> stored) {
        this.issues = issues;
        this.stored = stored;
        Attribute attribute = layer.attributes().stream()
                .filter(candidate -> candidate.references() != null
                        && catalogue.getLayer(candidate.references()).coverage())
                .findFirst()
                .orElse(null);
        this.at = attribute == null ? -1 : layer.indexOf(attribute.name());
        this.target = attribute == null ? null : catalogue.getLayer(Objects.requireNonNull(attribute.references()));
        if (target != null) {
            readUnits(target);
        }
    }

    /** A unit that may be named, made ready to be asked about many features. */
    private record Unit(Feature feature, Geometry land, PreparedGeometry prepared, IndexedFacetDistance distance) {}

    private void readUnits(Layer target) {
        for (Feature feature : stored.apply(target.name())) {
            Geometry land = feature.geometry();
            if (land != null) {
                units.put(
                        feature.fid(),
                        new Unit(feature, land, PreparedGeometryFactory.prepare(land), new IndexedFacetDistance(land)));
                index.insert(land.getEnvelopeInternal(), feature.fid());
            }
        }
        index.build();
    }

    Optional<Issue> check(Placed placed) {
        if (target == null || placed.geometry() == null) {
            return Optional.empty();
        }
        Unit unit = placed.content().values().get(at) instanceof Long fid ? units.get(fid) : null;
        return unit == null ? Optional.empty() : outside(placed, unit, target);
    }

    private Optional<Issue> outside(Placed placed, Unit unit, Layer target) {
        Geometry geometry = placed.land();
        if (unit.prepared().covers(geometry)) {
            return Optional.empty();
        }
        boolean area = geometry.getDimension() == 2;
        Geometry beyond = area ? OverlayNGRobust.overlay(geometry, unit.land(), OverlayNG.DIFFERENCE) : geometry;
        double share = area ? beyond.getArea() / geometry.getArea() : 1;
        Coordinate farthest = null;
        double metres = 0;
        for (Coordinate at : beyond.getCoordinates()) {
            double away = distance(unit, at);
            if (away > metres) {
                metres = away;
                farthest = at;
            }
        }
        if (farthest == null || metres <= DISTANCE_METRES || share <= SHARE) {
            return Optional.empty();
        }
        String named = Placed.name(target, Change.Content.of(unit.feature()));
        @Nullable String actual = around(placed, target);
        return Optional.of(issues.outside(
                placed,
                named,
                Objects.toString(unit.feature().text(target, target.key().get(0)), ""),
                new InspectIssues.Beyond(area ? share : null, metres, farthest),
                named.equals(actual) ? null : actual));
    }

    private static double distance(Unit unit, Coordinate at) {
        Geometry point = unit.land().getFactory().createPoint(at);
        if (unit.prepared().covers(point)) {
            return 0;
        }
        Coordinate[] nearest = unit.distance().nearestPoints(point);
        return Spheroid.metres(nearest[0], nearest[1]);
    }

    /** The unit in which the feature lies with a point of its middle, that day. */
    private @Nullable String around(Placed placed, Layer target) {
        Geometry middle = placed.land().getInteriorPoint();
        for (Object fid : index.query(middle.getEnvelopeInternal())) {
            Unit unit = units.get((Long) fid);
            if (unit != null
                    && unit.feature().validity().contains(placed.from())
                    && unit.prepared().covers(middle)) {
                return Placed.name(target, Change.Content.of(unit.feature()));
            }
        }
        return null;
    }
}
