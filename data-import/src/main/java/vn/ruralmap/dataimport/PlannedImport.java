package vn.ruralmap.dataimport;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Issue;

/**
 * A dry run and what it found, ready to be published as it is.
 *
 * <p>Holds the stored features that it was compared with in memory, and the rows of the file on disk, until it is closed. Who
 * waits longer for an answer keeps the {@link #token()} and plans anew.
 */
public final class PlannedImport implements Closeable {

    private final ImportRun run;
    private final ImportResult dryRun;

    PlannedImport(ImportRun run, ImportResult dryRun) {
        this.run = run;
        this.dryRun = dryRun;
    }

    /** What was found; nothing is written. */
    public ImportResult result() {
        return dryRun;
    }

    /** What it would change; each change is made out of the file's rows when it is asked for. */
    public List<Change> changes() {
        return run.changes();
    }

    /** What identifies this plan, to be kept while somebody decides. */
    public PlanToken token() {
        return run.token();
    }

    /**
     * Publishes exactly this plan, once; refuses if the layer was changed since.
     *
     * @throws IOException if the disk fails; nothing was written
     * @throws vn.ruralmap.layers.store.StoreException if the store fails; nothing was written
     */
    public ImportResult publish() throws IOException {
        return dryRun.outcome() == Outcome.WOULD_PUBLISH ? run.publishPlanned() : dryRun;
    }

    /** The same if this plan is the one that was agreed on; else refuses and names what differs. */
    ImportResult publish(PlanToken agreed) throws IOException {
        List<Issue> differences = agreed.differences(token()).stream()
                .map(ImportIssues::planDiffers)
                .toList();
        return differences.isEmpty() ? publish() : run.refuse(differences);
    }

    @Override
    public void close() {
        run.close();
    }
}
