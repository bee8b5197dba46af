package vn.ruralmap.dataimport.inspect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Issue;

/**
 * Overlaps and gaps of a coverage that involve an imported feature, on each day on which features begin.
 *
 * <p>JTS {@link CoverageValidator} finds in near-linear time whose borders do not match; only those are laid over their
 * neighbours. It sees a unit inside another one and the same unit twice, which {@code overlaps()} does not. Gaps are
 * narrow holes and inlets of the union. What is smaller than {@value #LEAST_SQUARE_METRES} m² is counted, not listed.
 */
final class CoverageCheck {

    /** Smaller ones are what rounding and different software leave along a border. */
    static final double LEAST_SQUARE_METRES = 1;

    private final InspectIssues issues;
    private final List<Issue> found = new ArrayList<>();
    private int slight;

    CoverageCheck(InspectIssues issues) {
        this.issues = issues;
    }

    List<Issue> check(List<Placed> features) {
        STRtree imported = index(features.stream().filter(Placed::isImported).toList());
        List<Placed> concerned = features.stream()
                .filter(feature -> feature.geometry() != null)
                .filter(feature -> feature.isImported()
                        || !imported.query(feature.land().getEnvelopeInternal()).isEmpty())
                .toList();
        STRtree all = index(concerned);
        TreeSet<LocalDate> days = new TreeSet<>();
        concerned.forEach(feature -> days.add(feature.from()));
        for (LocalDate day : days) {
            check(day, concerned, all);
        }
        if (slight > 0) {
            found.add(issues.slightly(slight));
        }
        return found;
    }

    private static STRtree index(List<Placed> features) {
        STRtree index = new STRtree();
        for (Placed feature : features) {
            if (feature.geometry() != null) {
                index.insert(feature.land().getEnvelopeInternal(), feature);
            }
        }
        index.build();
        return index;
    }

    /** What begins on a day, against each other and against what is in force around it. */
    private void check(LocalDate day, List<Placed> concerned, STRtree all) {
        Set<Placed> around = Collections.newSetFromMap(new IdentityHashMap<>());
        concerned.stream()
                .filter(feature -> feature.from().equals(day))
                .forEach(feature -> near(all, feature.land(), day).forEach(around::add));
        List<Placed> units = concerned.stream().filter(around::contains).toList();
        if (units.stream().noneMatch(Placed::isImported)) {
            return;
        }
        Set<Placed> suspects = Collections.newSetFromMap(new IdentityHashMap<>());
        if (units.size() > 1) {
            overlaps(day, units, all, suspects);
        }
        new Gaps(issues, day)
                .find(union(units, suspects), near -> near(all, near, day))
                .forEach(found::add);
    }

    /** @param suspects takes the units whose borders do not match those around */
    private void overlaps(LocalDate day, List<Placed> units, STRtree all, Set<Placed> suspects) {
        Geometry[] lands = units.stream().map(Placed::land).toArray(Geometry[]::new);
        Geometry[] invalid = CoverageValidator.validate(lands);
        for (int i = 0; i < lands.length; i++) {
            if (invalid[i] != null && !invalid[i].isEmpty()) {
                suspects.add(units.get(i));
            }
        }
        Set<Placed> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < lands.length; i++) {
            Placed one = units.get(i);
            if (suspects.contains(one)) {
                done.add(one);
                for (Placed other : near(all, invalid[i], day)) {
                    boolean concerns = one.isImported() || other.isImported();
                    boolean begins = one.from().equals(day) || other.from().equals(day);
                    if (concerns && begins && !done.contains(other)) {
                        overlay(one, other);
                    }
                }
            }
        }
    }

    private static List<Placed> near(STRtree index, Geometry land, LocalDate day) {
        List<Placed> near = new ArrayList<>();
        for (Object item : index.query(land.getEnvelopeInternal())) {
            if (item instanceof Placed placed && placed.isInForce(day)) {
                near.add(placed);
            }
        }
        return near;
    }

    private void overlay(Placed one, Placed other) {
        Geometry common = OverlayNGRobust.overlay(one.land(), other.land(), OverlayNG.INTERSECTION);
        double area = Spheroid.squareMetres(common);
        if (area >= LEAST_SQUARE_METRES) {
            double smaller = Math.min(Spheroid.squareMetres(one.land()), Spheroid.squareMetres(other.land()));
            // told of the later row, as a duplicate key is
            boolean swap = one.row() < other.row();
            found.add(issues.overlap(swap ? other : one, swap ? one : other, common, area, area / smaller));
        } else if (area > 0) {
            slight++;
        }
    }

    /** Units that match are dissolved fast; the others need noding. */
    private static Geometry union(List<Placed> units, Set<Placed> suspects) {
        if (units.size() == 1) {
            // noding it, as below, needs more memory than anything else that is done with a unit of millions of
            // vertices
            return units.get(0).land();
        }
        Geometry[] matching = units.stream()
                .filter(unit -> !suspects.contains(unit))
                .map(Placed::land)
                .toArray(Geometry[]::new);
        List<Geometry> rest =
                new ArrayList<>(suspects.stream().map(Placed::land).toList());
        if (matching.length > 0) {
            Geometry dissolved = CoverageUnion.union(matching);
            if (rest.isEmpty()) {
                return dissolved;
            }
            rest.add(dissolved);
        }
        return OverlayNGRobust.union(rest);
    }
}
