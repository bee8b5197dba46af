package vn.ruralmap.layers.store;

import vn.ruralmap.layers.model.LocalizedText;

/** A change that the layer's schema forbids. Nothing was written. */
public final class InvalidChangeException extends StoreException {

    public InvalidChangeException(LocalizedText reason) {
        super(reason.vi(), reason.en());
    }
}
