package vn.ruralmap.dataimport.load;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Issue;

/**
 * What an import would change.
 *
 * <p>There may be millions of changes, so they are made when asked for, out of the rows on disk: the plan can be used as long
 * as the rows are there.
 *
 * @param changes for one changeset
 * @param fids of the stored feature that each of the changes is about; 0: there is none yet. Known without making the change
 * @param changedBy by which row each of the changes came; 0: it follows from other rows
 * @param outcomes what becomes of each row
 * @param ended stored features that get an end
 * @param issues findings that need more than one row to be seen
 * @param future all features of the layer as they will be
 */
public record ImportPlan(
        List<Change> changes,
        List<Long> fids,
        List<Long> changedBy,
        RowOutcomes outcomes,
        List<Ended> ended,
        List<Issue> issues,
        List<Planned> future) {

    /** A plan that changes nothing. */
    public static final ImportPlan NOTHING =
            new ImportPlan(List.of(), List.of(), List.of(), RowOutcomes.NONE, List.of(), List.of(), List.of());

    public ImportPlan {
        changes = Collections.unmodifiableList(changes);
        fids = Collections.unmodifiableList(fids);
        changedBy = Collections.unmodifiableList(changedBy);
        ended = List.copyOf(ended);
        issues = List.copyOf(issues);
        future = Collections.unmodifiableList(future);
    }

    /** What becomes of a row. */
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * A feature as it will be.
     *
     * @param row that speaks of it, even if it changes nothing; 0: none does
     */
    public record Planned(long row, Change.Content content) {}

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
        return new ImportPlan(List.of(), List.of(), List.of(), outcomes.refused(), List.of(), issues, List.of());
    }
}
