package vn.ruralmap.layers.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached, or is too busy, for the moment: the same request may succeed later. */
public final class StoreUnavailableException extends StoreException {

    public StoreUnavailableException(String vi, String en, @Nullable Throwable cause) {
        super(vi, en, cause);
    }
}
