package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Issue;

/**
 * What an import would change.
 *
 * @param changes for one changeset
 * @param rows by which row each of the changes came; 0: it follows from other rows
 * @param outcomes what becomes of each row
 * @param ended stored features that get an end
 * @param issues findings that need more than one row to be seen
 */
public record ImportPlan(
        List<Change> changes, List<Long> rows, Map<Long, Outcome> outcomes, List<Ended> ended, List<Issue> issues) {

    /** A plan that changes nothing. */
    public static final ImportPlan NOTHING = new ImportPlan(List.of(), List.of(), Map.of(), List.of(), List.of());

    public ImportPlan {
        changes = List.copyOf(changes);
        rows = List.copyOf(rows);
        outcomes = Map.copyOf(outcomes);
        ended = List.copyOf(ended);
        issues = List.copyOf(issues);
    }

    /** What becomes of a row. */
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * A stored feature that ends because another one succeeds it.
     *
     * @param fid its id
     * @param key the values of its key, for people
     * @param label its name
     * @param since the first day it is no more
     */
    public record Ended(long fid, String key, String label, LocalDate since) {}

    /** The same if nothing of it is written: only rows that are refused are left. */
    public ImportPlan refused() {
        Map<Long, Outcome> kept = outcomes.entrySet().stream()
                .filter(row -> row.getValue() == Outcome.REFUSED)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new ImportPlan(List.of(), List.of(), kept, List.of(), issues);
    }

    /** The number of rows with an outcome. */
    public long count(Outcome outcome) {
        return outcomes.values().stream().filter(outcome::equals).count();
    }
}
