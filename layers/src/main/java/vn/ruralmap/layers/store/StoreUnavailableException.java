package vn.ruralmap.layers.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached, or is too busy, for the moment: the same request may succeed later. */
public final class StoreUnavailableException extends StoreException {

    private final boolean outcomeUnknown;

    public StoreUnavailableException(String vi, String en, @Nullable Throwable cause) {
        super(vi, en, cause);
        outcomeUnknown = false;
    }

    private StoreUnavailableException(StoreUnavailableException cause) {
        super(
                cause.text().vi()
                        + "; chưa rõ lần cập nhật này đã được ghi hay chưa, hãy xem danh sách các lần cập nhật trước khi"
                        + " làm lại",
                cause.text().en()
                        + "; whether this changeset was published is not known, look at the list of changesets before"
                        + " you do it again",
                cause);
        outcomeUnknown = true;
    }

    /** The same for who was cut off while a changeset was committed. */
    public StoreUnavailableException duringCommit() {
        return new StoreUnavailableException(this);
    }

    /** True if something may have been published all the same. */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }
}
