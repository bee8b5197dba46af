package vn.ruralmap.layers.store;

import vn.ruralmap.layers.model.LocalizedText;

/** A change that the layer's schema forbids. Nothing was written. */
public final class InvalidChangeException extends StoreException {

    private final transient LocalizedText reason;

    public InvalidChangeException(LocalizedText reason) {
        super(reason.en());
        this.reason = reason;
    }

    public LocalizedText reason() {
        return reason;
    }
}
