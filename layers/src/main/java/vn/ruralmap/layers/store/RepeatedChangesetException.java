package vn.ruralmap.layers.store;

import vn.ruralmap.layers.model.Changeset;

/** What was to be published was published before, under the same key. Nothing was written. */
public final class RepeatedChangesetException extends StoreException {

    private final transient Changeset published;

    public RepeatedChangesetException(Changeset published) {
        super(
                "đã công bố trước đây ở lần cập nhật số " + published.id(),
                "was published before, as changeset " + published.id());
        this.published = published;
    }

    /** The one that was published. */
    public Changeset published() {
        return published;
    }
}
