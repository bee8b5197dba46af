package vn.ruralmap.server.editing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoveragePolygonValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * No two polygons on the same land on the same day.
 *
 * <p>JTS {@link CoveragePolygonValidator} finds in near-linear time which borders do not match; only those features are laid over
 * each other. Less than {@value #LEAST_SQUARE_METRES} m² is what rounding leaves along a border, as imports have it.
 */
final class OverlapRule {

    static final double LEAST_SQUARE_METRES = 1;

    /** Of the smaller one: from here on it lies in the other. */
    private static final double WHOLE = 0.999;

    private final Layer layer;
    private final EditIssues issues;

    OverlapRule(Layer layer, EditIssues issues) {
        this.layer = layer;
        this.issues = issues;
    }

    /** @param all the moved ones, and whatever lies around them */
    void check(List<Land> moved, LandIndex all) {
        Set<Land> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Land one : moved) {
            done.add(one);
            if (one.land() != null) {
                List<Land> near = all.query(one.land().getEnvelopeInternal()).stream()
                        .filter(other -> !done.contains(other) && other.land() != null && one.meets(other))
                        .filter(other -> other.land()
                                .getEnvelopeInternal()
                                .intersects(one.land().getEnvelopeInternal()))
                        .toList();
                suspects(one.land(), near).forEach(other -> overlay(one, other));
            }
        }
    }

    private static List<Land> suspects(Geometry land, List<Land> near) {
        if (near.isEmpty()) {
            return List.of();
        }
        Geometry unmatched = CoveragePolygonValidator.validate(
                land, near.stream().map(Land::land).toArray(Geometry[]::new));
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(land);
        List<Land> suspects = new ArrayList<>();
        for (Land other : near) {
            Geometry there = Objects.requireNonNull(other.land());
            boolean isUnmatched =
                    !unmatched.isEmpty() && unmatched.getEnvelopeInternal().intersects(there.getEnvelopeInternal());
            // a small one within this one has no border in common with it
            if (isUnmatched || hasPartWithin(there, land, inside)) {
                suspects.add(other);
            }
        }
        return suspects;
    }

    private static boolean hasPartWithin(Geometry there, Geometry land, IndexedPointInAreaLocator inside) {
        for (int i = 0; i < there.getNumGeometries(); i++) {
            Geometry part = there.getGeometryN(i);
            if (land.getEnvelopeInternal().contains(part.getEnvelopeInternal())
                    && inside.locate(part.getInteriorPoint().getCoordinate()) == Location.INTERIOR) {
                return true;
            }
        }
        return false;
    }

    private void overlay(Land one, Land other) {
        Geometry common = common(one.land(), other.land());
        double area = common == null ? 0 : Spheroid.squareMetres(common);
        if (common == null || area < LEAST_SQUARE_METRES) {
            return;
        }
        Geometry former = one.met(other) ? common(one.formerLand(), other.formerLand()) : null;
        if (former != null && area < Spheroid.squareMetres(former) + LEAST_SQUARE_METRES) {
            return;
        }
        double first = Spheroid.squareMetres(Objects.requireNonNull(one.land()));
        double second = Spheroid.squareMetres(Objects.requireNonNull(other.land()));
        boolean isWithin = area >= WHOLE * Math.min(first, second);
        issues.add(new Finding(
                isWithin ? "COVERAGE_CONTAINS" : "COVERAGE_OVERLAP",
                Severity.ERROR,
                one.row(),
                layer.name(),
                Land.ids(one, other),
                "geom",
                common,
                new Finding.Size(area, "m2"),
                isWithin
                        ? within(first <= second ? one : other, first <= second ? other : one, common, area)
                        : text(one, other, common, area)));
    }

    private static @Nullable Geometry common(@Nullable Geometry one, @Nullable Geometry other) {
        return one == null || other == null ? null : LandOverlay.common(one, other);
    }

    private static LocalizedText text(Land one, Land other, Geometry common, double area) {
        BorderText size = BorderText.area(area);
        BorderText place = BorderText.place(common);
        return new LocalizedText(
                one.name() + " và " + other.name() + " chồng lên nhau " + size.vi() + " tại " + place.vi()
                        + "; kéo ranh giới về cùng các đỉnh",
                one.name() + " and " + other.name() + " overlap by " + size.en() + " at " + place.en()
                        + "; bring their border to the same vertices");
    }

    private static LocalizedText within(Land inner, Land outer, Geometry common, double area) {
        BorderText size = BorderText.area(area);
        BorderText place = BorderText.place(common);
        return new LocalizedText(
                inner.name() + " nằm trọn trong " + outer.name() + " (" + size.vi() + " tại " + place.vi()
                        + "); khoét hình ngoài hoặc xóa một trong hai",
                inner.name() + " lies within " + outer.name() + " (" + size.en() + " at " + place.en()
                        + "); cut the outer one out, or delete one of them");
    }
}
