package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import vn.ruralmap.layers.model.Issue;

/**
 * On a coverage, new units end the older ones on whose land they lie.
 *
 * <p>An entry ends on the first later day on which entries begin that together cover more than half of it. It works both
 * ways: new units end stored ones, and older data brought in later end where stored ones begin. Only pairs in which this
 * import touched one side are looked at; an end that somebody said is left alone.
 */
final class Succession {

    private static final double HALF = 0.5;
    /**
     * Areas are compared on outlines simplified to this part of the square root of the area: quicker, and far finer than the question of more or less than half.
     */
    private static final double SIMPLIFICATION = 0.005;

    private final List<Entry> entries;
    private final HPRtree index = new HPRtree();
    private final Map<Entry, Geometry> outlines = new HashMap<>();

    Succession(List<Entry> entries) {
        this.entries = entries;
        for (Entry entry : entries) {
            Geometry geometry = entry.content().geometry();
            if (geometry != null) {
                index.insert(geometry.getEnvelopeInternal(), entry);
            }
        }
        index.build();
    }

    /** @return what was derived about rows of this import */
    List<Issue> apply() {
        List<Issue> issues = new ArrayList<>();
        if (entries.stream().noneMatch(Entry::isTouched)) {
            return issues;
        }
        Map<Entry, LocalDate> ends = new HashMap<>();
        for (Entry entry : entries) {
            if (!entry.isEndSaid() && entry.content().geometry() != null) {
                LocalDate end = end(entry);
                if (end != null) {
                    ends.put(entry, end);
                }
            }
        }
        ends.forEach(Entry::end);
        for (Entry entry : entries) {
            if (entry.isTouched() && ends.containsKey(entry)) {
                issues.add(LoadIssues.endsWhereOthersBegin(entry.row(), Objects.requireNonNull(entry.to())));
            }
        }
        return issues;
    }

    private @Nullable LocalDate end(Entry entry) {
        TreeMap<LocalDate, List<Entry>> later = new TreeMap<>();
        Geometry land = Objects.requireNonNull(entry.content().geometry());
        index.query(land.getEnvelopeInternal(), item -> {
            Entry other = (Entry) item;
            LocalDate end = entry.to();
            if (other.from().isAfter(entry.from())
                    && (end == null || other.from().isBefore(end))) {
                later.computeIfAbsent(other.from(), date -> new ArrayList<>()).add(other);
            }
        });
        for (Map.Entry<LocalDate, List<Entry>> candidates : later.entrySet()) {
            boolean concerned =
                    entry.isTouched() || candidates.getValue().stream().anyMatch(Entry::isTouched);
            if (concerned && isCovered(entry, candidates.getValue())) {
                return candidates.getKey();
            }
        }
        return null;
    }

    private boolean isCovered(Entry entry, List<Entry> by) {
        Geometry land = outline(entry);
        double covered = 0;
        for (Entry other : by) {
            covered += OverlayNGRobust.overlay(land, outline(other), OverlayNG.INTERSECTION)
                    .getArea();
            if (covered > HALF * land.getArea()) {
                return true;
            }
        }
        return false;
    }

    private Geometry outline(Entry entry) {
        return outlines.computeIfAbsent(entry, key -> {
            Geometry geometry = Objects.requireNonNull(key.content().geometry());
            return DouglasPeuckerSimplifier.simplify(geometry, Math.sqrt(geometry.getArea()) * SIMPLIFICATION);
        });
    }
}
