package vn.ruralmap.server.editing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.snapshot.Snapshot;

/**
 * A feature lies in the unit that it names, and is about as large as it says.
 *
 * <p>Borders of units are known to some metres only, so it is outside if more than {@value #SHARE} of it and some point farther than
 * {@value #DISTANCE_METRES} m are, as imports have it. A declared area is doubted beyond {@value #TOLERANCE} of the measured one.
 */
final class BelongingRule {

    private static final double SHARE = 0.01;
    private static final double DISTANCE_METRES = 20;
    private static final double TOLERANCE = 0.05;
    private static final double LEAST_HECTARES = 0.01;
    private static final double SQUARE_METRES_PER_HECTARE = 10_000;
    private static final List<String> AREAS = List.of("area_ha", "declared_area_ha");

    private final Snapshot snapshot;
    private final Layer layer;
    private final EditIssues issues;

    BelongingRule(Snapshot snapshot, Layer layer, EditIssues issues) {
        this.snapshot = snapshot;
        this.layer = layer;
        this.issues = issues;
    }

    void check(List<Land> edited) {
        for (Land land : edited) {
            Change.Content after = land.after();
            if (after == null || after.geometry() == null) {
                continue;
            }
            AREAS.forEach(name -> area(land, after, name));
            for (Attribute attribute : layer.attributes()) {
                String target = attribute.references();
                if (target != null && snapshot.layer(target).coverage()) {
                    unit(land, after, attribute, snapshot.layer(target));
                }
            }
        }
    }

    private void unit(Land land, Change.Content after, Attribute attribute, Layer target) {
        int index = layer.indexOf(attribute.name());
        Change.Content before = land.before();
        boolean isSameUnit = before != null
                && Objects.equals(before.values().get(index), after.values().get(index));
        Geometry beyond = beyond(after, index, target);
        if (beyond == null || isSameUnit && !land.isReshaped()) {
            return;
        }
        double area = Spheroid.squareMetres(beyond);
        Geometry former = isSameUnit ? beyond(before, index, target) : null;
        if (former != null && area < Spheroid.squareMetres(former) + OverlapRule.LEAST_SQUARE_METRES) {
            return;
        }
        Feature unit = snapshot.find(target.name(), (Long)
                        Objects.requireNonNull(after.values().get(index)))
                .orElseThrow();
        BorderText size = BorderText.area(area);
        BorderText place = BorderText.place(beyond);
        Land named = Land.of(target, unit);
        issues.add(new Finding(
                "OUTSIDE_UNIT",
                Severity.ERROR,
                land.row(),
                layer.name(),
                Land.ids(land, named),
                attribute.name(),
                beyond,
                new Finding.Size(area, "m2"),
                new LocalizedText(
                        land.name() + " nằm ngoài " + named.name() + " " + size.vi() + " tại " + place.vi()
                                + "; sửa hình hoặc chọn đúng đơn vị",
                        land.name() + " lies outside of " + named.name() + " by " + size.en() + " at " + place.en()
                                + "; mend the shape or name the right unit")));
    }

    /** The part outside of the named unit; null: none that counts. */
    private @Nullable Geometry beyond(Change.Content content, int index, Layer target) {
        Geometry unit = content.values().get(index) instanceof Long fid
                ? snapshot.find(target.name(), fid).map(Feature::geometry).orElse(null)
                : null;
        Geometry land = content.geometry();
        if (unit == null || land == null) {
            return null;
        }
        Geometry beyond = LandOverlay.minus(land, unit);
        if (beyond.getArea() <= SHARE * land.getArea()) {
            return null;
        }
        IndexedFacetDistance border = new IndexedFacetDistance(unit);
        for (Coordinate at : beyond.getCoordinates()) {
            Coordinate[] nearest = border.nearestPoints(unit.getFactory().createPoint(at));
            if (Spheroid.metres(nearest[0], nearest[1]) > DISTANCE_METRES) {
                return beyond;
            }
        }
        return null;
    }

    private void area(Land land, Change.Content after, String attribute) {
        int index = layer.indexOf(attribute);
        if (index < 0 || !(after.values().get(index) instanceof Double declared)) {
            return;
        }
        double measured = hectares(Objects.requireNonNull(after.geometry()));
        double difference = Math.abs(declared - measured);
        Change.Content before = land.before();
        if (difference <= TOLERANCE * measured || difference <= LEAST_HECTARES) {
            return;
        }
        if (before != null
                && before.geometry() != null
                && before.values().get(index) instanceof Double earlier
                && Math.abs(earlier - hectares(before.geometry())) >= difference - LEAST_HECTARES) {
            return;
        }
        BorderText said = BorderText.hectares(declared);
        BorderText found = BorderText.hectares(measured);
        issues.add(new Finding(
                "AREA_DIFFERS",
                Severity.WARNING,
                land.row(),
                layer.name(),
                Land.ids(land),
                attribute,
                after.geometry().getInteriorPoint(),
                new Finding.Size(difference, "ha"),
                new LocalizedText(
                        land.name() + ": diện tích khai báo " + said.vi() + ", đo trên bản đồ " + found.vi(),
                        land.name() + ": " + said.en() + " are declared, " + found.en() + " are measured on the map")));
    }

    private static double hectares(Geometry land) {
        return Spheroid.squareMetres(land) / SQUARE_METRES_PER_HECTARE;
    }
}
