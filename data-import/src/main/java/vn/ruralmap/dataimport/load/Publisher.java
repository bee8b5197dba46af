package vn.ruralmap.dataimport.load;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.store.ConflictException;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.LayerChangedException;

/** Publishes a plan as one changeset. */
public final class Publisher {

    private final FeatureStore store;

    public Publisher(FeatureStore store) {
        this.store = store;
    }

    /**
     * What came of it.
     *
     * @param plan the one that was published, or could not be
     * @param changeset null: nothing was published
     * @param issues why not
     */
    public record Published(ImportPlan plan, @Nullable Changeset changeset, List<Issue> issues) {}

    /**
     * Publishes; if the layer was changed by somebody else since the plan was made, plans and tries once more.
     *
     * @param plan made against what was stored
     * @param planAnew makes the plan against what is stored now
     * @param draft wraps the changes
     */
    public Published publish(
            ImportPlan plan,
            Function<StoredFeatures, ImportPlan> planAnew,
            Function<ImportPlan, ChangesetDraft> draft) {
        try {
            return attempt(plan, draft);
        } catch (ConflictException | LayerChangedException first) {
            ImportPlan second = planAnew.apply(StoredFeatures.read(store));
            try {
                return attempt(second, draft);
            } catch (ConflictException | LayerChangedException again) {
                return new Published(second, null, List.of(LoadIssues.storeChanged(again.getMessage())));
            }
        }
    }

    /** Publishes just this plan, or nothing if the layer was changed by somebody else since it was made. */
    public Published publishExactly(ImportPlan plan, Function<ImportPlan, ChangesetDraft> draft) {
        try {
            return attempt(plan, draft);
        } catch (LayerChangedException e) {
            return new Published(plan, null, List.of(LoadIssues.layerChanged(e.layer())));
        } catch (ConflictException e) {
            return new Published(plan, null, List.of(LoadIssues.storeChanged(e.getMessage())));
        }
    }

    private Published attempt(ImportPlan plan, Function<ImportPlan, ChangesetDraft> draft) {
        if (plan.changes().isEmpty()) {
            return new Published(plan, null, List.of());
        }
        try {
            return new Published(plan, store.publish(draft.apply(plan)), List.of());
        } catch (InvalidChangeException e) {
            return new Published(plan, null, List.of(LoadIssues.storeRefused(e.text())));
        }
    }
}
