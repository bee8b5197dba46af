package vn.ruralmap.layers.store;

import org.jspecify.annotations.Nullable;

/** The store cannot do what was asked; the message says what the operator can do. */
public class StoreException extends RuntimeException {

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
