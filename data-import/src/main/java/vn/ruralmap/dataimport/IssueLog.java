package vn.ruralmap.dataimport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.ImportReport.Finding;
import vn.ruralmap.dataimport.ImportReport.Findings;
import vn.ruralmap.dataimport.ImportReport.Place;
import vn.ruralmap.dataimport.load.ImportPlan.Outcome;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;

/** Collects issues, counts all of them and keeps enough to show. */
final class IssueLog {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Issue> kept = new ArrayList<>();
    private final Set<Long> rowsInError = new HashSet<>();
    private boolean fileInError;

    void add(Collection<Issue> issues) {
        issues.forEach(this::add);
    }

    void add(Issue issue) {
        if (counts.merge(issue.code(), 1, Integer::sum) <= ImportReport.LISTED_PER_CODE) {
            kept.add(issue);
        }
        if (issue.severity() == Severity.ERROR) {
            if (issue.row() == 0) {
                fileInError = true;
            } else {
                rowsInError.add(issue.row());
            }
        }
    }

    /** True if something is wrong with the file as a whole. */
    boolean isFileInError() {
        return fileInError;
    }

    int countRowsInError() {
        return rowsInError.size();
    }

    Findings findings(Map<Long, Outcome> outcomes) {
        List<Finding> findings = kept.stream()
                .sorted(Comparator.comparingLong(Issue::row))
                .map(issue -> finding(issue, outcomes.get(issue.row())))
                .toList();
        return new Findings(counts, findings);
    }

    private Finding finding(Issue issue, @Nullable Outcome planned) {
        Outcome outcome = rowsInError.contains(issue.row()) ? Outcome.REFUSED : planned;
        return new Finding(
                issue.code(),
                issue.severity(),
                issue.row(),
                issue.field(),
                issue.place() == null ? null : new Place(issue.place().x, issue.place().y),
                issue.message(),
                issue.remedy(),
                issue.row() == 0 || outcome == null ? null : outcome.name());
    }
}
