package vn.ruralmap.layers.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;

/**
 * Keeps features, their history and changesets. Safe for use by many threads; several processes may share one store.
 *
 * <p>Every method throws {@link StoreException} if the store itself fails; what it holds is then unchanged.
 */
public interface FeatureStore extends AutoCloseable {

    /** The id of the last published changeset; 0 if there is none. */
    long revision();

    /**
     * All that changed after a revision, read at one moment: never a mixture of two revisions.
     *
     * @param revision what the caller has; 0 for everything. One the store does not know gives everything too
     */
    StoreDelta readSince(long revision);

    /**
     * What leads from a revision back to an earlier one, read at one moment: features that changed in between, as they were.
     *
     * @param revision what the caller has
     * @param earlier where it wants to be; 0: before anything was published
     */
    StoreDelta readBack(long revision, long earlier);

    /** The revision at a moment; 0: nothing was published by then. */
    long revisionAt(Instant moment);

    /**
     * Publishes all changes or none. The store is locked for other writers, not for readers, while it goes through the changes;
     * what the list of changes throws ends the work, and nothing is written.
     *
     * @throws ConflictException if a feature is not in the version that the author has seen
     * @throws LayerChangedException if a layer is not at the revision that the author has seen
     * @throws InvalidChangeException if a change breaks the layer's schema; nothing is written
     * @throws LockedException if it changes what others have locked
     * @throws RepeatedChangesetException if a changeset has the draft's {@link ChangesetDraft#KEY} already
     */
    default Changeset publish(ChangesetDraft draft) {
        return publish(draft, "");
    }

    /**
     * The same for somebody who has locked features.
     *
     * @param lock its id; empty: none
     */
    Changeset publish(ChangesetDraft draft, String lock);

    /** Locks on features. */
    FeatureLocks locks();

    /** What the server keeps beside the map. */
    Documents documents();

    /** Who did or tried what. */
    AuditLog auditLog();

    /**
     * Publishes the counter-changeset: every feature goes back to what it was before.
     *
     * @throws ConflictException if a later changeset changed one of its features
     * @throws LockedException if somebody has locked one of its features
     * @throws InvalidChangeException if there is no such published changeset
     */
    Changeset revert(long changeset, String author);

    /** The latest first. @param limit at most so many */
    List<Changeset> listChangesets(int limit);

    Optional<Changeset> findChangeset(long id);

    /** The changeset with a {@link ChangesetDraft#KEY}. */
    Optional<Changeset> findChangeset(String key);

    /** What a changeset did to each feature, layer by layer, in the order of fids, which new features have by their order in the draft. */
    List<FeatureChange> listFeatureChanges(long changeset);

    /** What changesets did to a layer, the latest first. @param limit at most so many */
    List<LayerChange> listChanges(String layer, int limit);

    /** Every version of a feature, the oldest first; empty if there never was such a feature. */
    List<FeatureVersion> history(String layer, long fid);

    /** Features of a layer that are gone, those first that were deleted last. @param limit at most so many */
    List<DeletedFeature> listDeleted(String layer, int limit);

    /**
     * Calls back soon after the revision changed, whoever changed it, in this or another process; and once soon after
     * subscribing, since something may have been published in between. Called again if it throws.
     *
     * @return close it to stop
     */
    Subscription onChange(Runnable listener);

    @Override
    void close();

    /** A running subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
