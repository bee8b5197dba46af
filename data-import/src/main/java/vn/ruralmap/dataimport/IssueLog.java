package vn.ruralmap.dataimport;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.dataimport.ImportReport.Finding;
import vn.ruralmap.dataimport.ImportReport.Findings;
import vn.ruralmap.dataimport.ImportReport.Place;
import vn.ruralmap.dataimport.load.ImportPlan.Outcome;
import vn.ruralmap.dataimport.load.RowOutcomes;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;

/** Collects issues, from one thread or several, counts all of them and keeps enough to show. */
final class IssueLog {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Issue> kept = new ArrayList<>();
    private final BitSet rowsInError = new BitSet();
    private boolean fileInError;
    private @Nullable CoordinateSystem system;

    /** @param source the system in which issues tell their places */
    void locateBy(CoordinateSystem source) {
        system = source;
    }

    void add(Collection<Issue> issues) {
        issues.forEach(this::add);
    }

    synchronized void add(Issue issue) {
        if (counts.merge(issue.code(), 1, Integer::sum) <= ImportReport.LISTED_PER_CODE) {
            kept.add(ShortIssue.of(issue));
        }
        if (issue.severity() == Severity.ERROR) {
            if (issue.row() == 0) {
                fileInError = true;
            } else {
                rowsInError.set(Math.toIntExact(issue.row()));
            }
        }
    }

    /** True if something is wrong with the file as a whole. */
    synchronized boolean isFileInError() {
        return fileInError;
    }

    synchronized int countRowsInError() {
        return rowsInError.cardinality();
    }

    /** Of the issues that are kept. */
    synchronized Map<Long, List<String>> codesByRow() {
        Map<Long, List<String>> codes = new HashMap<>();
        for (Issue issue : kept) {
            List<String> ofRow = codes.computeIfAbsent(issue.row(), row -> new ArrayList<>());
            if (!ofRow.contains(issue.code())) {
                ofRow.add(issue.code());
            }
        }
        return codes;
    }

    synchronized Findings findings(RowOutcomes outcomes) {
        List<Finding> findings = kept.stream()
                .sorted(Comparator.comparingLong(Issue::row))
                .map(issue -> finding(issue, outcomes.get(issue.row())))
                .toList();
        return new Findings(counts, findings);
    }

    private @Nullable Place lonLat(@Nullable Coordinate place) {
        if (place == null || system == null || !Double.isFinite(place.x) || !Double.isFinite(place.y)) {
            return null;
        }
        double[] at = {place.x, place.y};
        system.toLonLat(at, 0, at, 0, 1);
        return Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90 ? new Place(at[0], at[1]) : null;
    }

    private Finding finding(Issue issue, @Nullable Outcome planned) {
        Outcome outcome = rowsInError.get((int) issue.row()) ? Outcome.REFUSED : planned;
        return new Finding(
                issue.code(),
                issue.severity(),
                issue.row(),
                issue.field(),
                issue.place() == null ? null : new Place(issue.place().x, issue.place().y),
                lonLat(issue.place()),
                issue.message(),
                issue.remedy(),
                issue.row() == 0 || outcome == null ? null : outcome.name());
    }
}
