package vn.ruralmap.layers.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.coverage.CoveragePolygonValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;

/**
 * Overlaps of a coverage, among units that are in force on the same day. JTS {@link CoveragePolygonValidator} finds quickly
 * which borders do not match; only those units are laid over their neighbours. An import finds the same and gaps as well,
 * which here are nothing wrong: a province need not have all of its units.
 */
final class CoverageOverlaps {

    /** In square metres. Smaller ones are what rounding leaves along a border; an import does not list them either. */
    private static final double LEAST = 1;

    private static final double METRES_PER_DEGREE = 111_320;

    private final String layer;
    private final Findings findings;
    private final List<Unit> units = new ArrayList<>();

    private record Unit(int index, long fid, Validity validity, Geometry land) {}

    CoverageOverlaps(String layer, Findings findings) {
        this.layer = layer;
        this.findings = findings;
    }

    void add(long fid, Validity validity, Geometry land) {
        units.add(new Unit(units.size(), fid, validity, land));
    }

    void check() {
        STRtree index = new STRtree();
        units.forEach(unit -> index.insert(unit.land().getEnvelopeInternal(), unit));
        for (Unit unit : units) {
            List<Unit> near = new ArrayList<>();
            for (Object item : index.query(unit.land().getEnvelopeInternal())) {
                if (item instanceof Unit other
                        && other.index() != unit.index()
                        && other.validity().intersects(unit.validity())) {
                    near.add(other);
                }
            }
            if (!near.isEmpty()) {
                check(unit, near);
            }
        }
        units.clear();
    }

    private void check(Unit unit, List<Unit> near) {
        Geometry[] lands = near.stream().map(Unit::land).toArray(Geometry[]::new);
        Geometry unmatched = CoveragePolygonValidator.validate(unit.land(), lands);
        if (unmatched.isEmpty()) {
            return;
        }
        for (Unit other : near) {
            if (other.index() > unit.index()
                    && other.land().getEnvelopeInternal().intersects(unmatched.getEnvelopeInternal())) {
                overlay(unit, other);
            }
        }
    }

    private void overlay(Unit one, Unit other) {
        Geometry common = OverlayNGRobust.overlay(one.land(), other.land(), OverlayNG.INTERSECTION);
        if (common.isEmpty()) {
            return;
        }
        double latitude = Math.toRadians(common.getEnvelopeInternal().centre().y);
        double area = common.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * Math.cos(latitude);
        if (area >= LEAST) {
            String size = String.format(Locale.ROOT, "%.0f", area);
            String pair = layer + "." + one.fid() + ", " + layer + "." + other.fid();
            findings.accept(new StoreIssue(
                    StoreIssueCode.COVERAGE_OVERLAP,
                    layer,
                    one.fid(),
                    common.getInteriorPoint().getCoordinate(),
                    new LocalizedText(
                            pair + " chồng nhau khoảng " + size + " m²", pair + " overlap by about " + size + " m²")));
        }
    }
}
