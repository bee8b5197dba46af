package vn.ruralmap.server.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Validity;

/**
 * No land left over between two features that met, and no strips beside what is drawn along a neighbour.
 *
 * <p>Land that an edit takes from a feature and gives to none is a gap if two features lie along it, however wide it is: the border
 * was moved on one side only. Strips are what closing the land by {@value #WIDTH_METRES} m adds, if long and narrow. On a coverage a
 * gap is an error. Elsewhere land may lie between features, so it is a warning.
 */
final class GapRule {

    static final double WIDTH_METRES = 20;
    static final double WIDTH_DEGREES = WIDTH_METRES / Spheroid.METRES_PER_DEGREE;

    /** Length by mean width of a strip; a corner between borders that part is less slender. */
    private static final double SLENDER = 10;
    /** Of the border of a gap, that each of two features must lie along. */
    private static final double ALONG = 0.1;
    /** A centimetre in degrees: what buffers are off by. */
    private static final double CLOSE = 1e-7;
    /** Mean width in degrees, three steps of the grid: where borders cross, overlays on the grid leave splinters as thin as that. */
    private static final double THINNEST = 3 / CoordinateGrid.SCALE;
    /** Vertices in the window where strips are sought: buffers of more take seconds. */
    private static final int MOST_VERTICES = 100_000;

    private static final GeometryFactory FLOATING = new GeometryFactory();

    private final Layer layer;
    private final EditIssues issues;

    GapRule(Layer layer, EditIssues issues) {
        this.layer = layer;
        this.issues = issues;
    }

    /** @param all the moved ones, and whatever lies around them */
    void check(List<Land> moved, LandIndex all) {
        List<Polygon> told = new ArrayList<>();
        for (Land land : moved) {
            if (land.land() != null && land.isReshaped()) {
                Validity validity = Objects.requireNonNull(land.after()).validity();
                List<Land> units = all.query(around(land)).stream()
                        .filter(other -> other.land() != null && other.isDuring(validity))
                        .toList();
                List<Geometry> gaps = new ArrayList<>();
                Geometry left = leftOver(land, units);
                if (left != null) {
                    gaps.add(left);
                }
                gaps.addAll(strips(land, units, all));
                for (Geometry gap : gaps) {
                    report(land, gap, units, told);
                }
            }
        }
    }

    private static Envelope around(Land land) {
        Envelope box = new Envelope();
        land.boxes().forEach(box::expandToInclude);
        box.expandBy(4 * WIDTH_DEGREES);
        return box;
    }

    /** What was this feature's and is nobody's. */
    private static @Nullable Geometry leftOver(Land land, List<Land> units) {
        Geometry former = land.formerLand();
        if (former == null) {
            return null;
        }
        Geometry left = minus(former, Objects.requireNonNull(land.land()));
        for (Land other : units) {
            left = minus(left, Objects.requireNonNull(other.land()));
        }
        return left;
    }

    private static Geometry minus(Geometry land, Geometry other) {
        return land.isEmpty() || !land.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
                ? land
                : LandOverlay.minus(land, other);
    }

    /** Long and narrow land beside what was added to a feature. */
    private static List<Geometry> strips(Land land, List<Land> units, LandIndex all) {
        Geometry now = Objects.requireNonNull(land.land());
        Geometry added = land.formerLand() == null ? now : minus(now, land.formerLand());
        if (added.isEmpty()) {
            return List.of();
        }
        Envelope box = new Envelope(added.getEnvelopeInternal());
        box.expandBy(3 * WIDTH_DEGREES);
        Geometry window = now.getFactory().toGeometry(box);
        List<Geometry> pieces = new ArrayList<>();
        List<Geometry> former = new ArrayList<>();
        int vertices = 0;
        for (Land other : units) {
            if (box.intersects(Objects.requireNonNull(other.land()).getEnvelopeInternal())) {
                Geometry piece = LandOverlay.common(other.land(), window);
                vertices += piece.getNumPoints();
                pieces.add(piece);
            }
        }
        if (pieces.size() < 2 || vertices > MOST_VERTICES) {
            return List.of();
        }
        for (Land other : all.query(box)) {
            Geometry before = other.formerLand();
            if (before != null && box.intersects(before.getEnvelopeInternal()) && land.met(other)) {
                former.add(LandOverlay.common(before, window));
            }
        }
        Geometry strips = closing(pieces);
        if (!strips.isEmpty() && former.size() > 1) {
            strips = minus(strips, closing(former).buffer(CLOSE));
        }
        List<Geometry> found = new ArrayList<>();
        for (int i = 0; i < strips.getNumGeometries(); i++) {
            if (strips.getGeometryN(i) instanceof Polygon strip && isSlender(strip)) {
                found.add(strip);
            }
        }
        return found;
    }

    private static Geometry closing(List<Geometry> pieces) {
        Geometry land = FLOATING.createGeometry(OverlayNGRobust.union(pieces));
        return minus(land.buffer(WIDTH_DEGREES / 2).buffer(-WIDTH_DEGREES / 2), land);
    }

    private static boolean isSlender(Polygon strip) {
        double length = strip.getLength() / 2;
        return length * length >= SLENDER * strip.getArea();
    }

    private void report(Land land, Geometry gaps, List<Land> units, List<Polygon> told) {
        for (int i = 0; i < gaps.getNumGeometries(); i++) {
            if (gaps.getGeometryN(i) instanceof Polygon gap
                    && 2 * gap.getArea() > THINNEST * gap.getLength()
                    && told.stream().noneMatch(other -> other.intersects(gap))) {
                double area = Spheroid.squareMetres(gap);
                List<Land> along = area < OverlapRule.LEAST_SQUARE_METRES ? List.of() : along(gap, units);
                if (along.size() > 1) {
                    told.add(gap);
                    Land other = along.get(0) == land ? along.get(1) : along.get(0);
                    add(land, other, gap, area);
                }
            }
        }
    }

    private static List<Land> along(Polygon gap, List<Land> units) {
        record Side(Land land, double length) {}
        // buffers of a centimetre are too coarse on the grid of a millimetre
        Geometry edge = FLOATING.createGeometry(gap.getBoundary());
        Envelope box = new Envelope(gap.getEnvelopeInternal());
        box.expandBy(10 * CLOSE);
        Geometry window = gap.getFactory().toGeometry(box);
        List<Side> sides = new ArrayList<>();
        for (Land unit : units) {
            Geometry land = Objects.requireNonNull(unit.land());
            if (box.intersects(land.getEnvelopeInternal())) {
                Geometry near = LandOverlay.common(land, window);
                Geometry around = FLOATING.createGeometry(near).buffer(CLOSE);
                sides.add(new Side(
                        unit,
                        OverlayNGRobust.overlay(edge, around, OverlayNG.INTERSECTION)
                                .getLength()));
            }
        }
        return sides.stream()
                .filter(side -> side.length() >= ALONG * gap.getLength())
                .sorted(Comparator.comparingDouble(Side::length).reversed())
                .map(Side::land)
                .toList();
    }

    private void add(Land one, Land other, Polygon gap, double area) {
        double width = 2
                * Spheroid.METRES_PER_DEGREE
                * MaximumInscribedCircle.getRadiusLine(gap, Math.max(Math.sqrt(gap.getArea()) / 50, CLOSE / 10))
                        .getLength();
        BorderText size = BorderText.area(area);
        BorderText wide = BorderText.metres(width);
        BorderText place = BorderText.place(gap);
        issues.add(new Finding(
                "COVERAGE_GAP",
                layer.coverage() ? Severity.ERROR : Severity.WARNING,
                one.row(),
                layer.name(),
                Land.ids(one, other),
                "geom",
                gap,
                new Finding.Size(area, "m2"),
                new LocalizedText(
                        "giữa " + one.name() + " và " + other.name() + " có khe hở " + size.vi() + ", rộng đến "
                                + wide.vi() + ", tại " + place.vi() + "; kéo ranh giới hai bên về cùng các đỉnh",
                        "between " + one.name() + " and " + other.name() + " is a gap of " + size.en() + ", up to "
                                + wide.en() + " wide, at " + place.en()
                                + "; bring both borders to the same vertices")));
    }
}
