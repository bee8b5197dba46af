package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Issue;

/**
 * What an import would change.
 *
 * @param changes for one changeset
 * @param outcomes what becomes of each row
 * @param ended stored features that get an end
 * @param issues findings that need more than one row to be seen
 */
public record ImportPlan(List<Change> changes, Map<Long, Outcome> outcomes, List<Ended> ended, List<Issue> issues) {

    public ImportPlan {
        changes = List.copyOf(changes);
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

    /** The number of rows with an outcome. */
    public long count(Outcome outcome) {
        return outcomes.values().stream().filter(outcome::equals).count();
    }
}
