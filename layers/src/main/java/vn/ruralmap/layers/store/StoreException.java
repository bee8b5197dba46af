package vn.ruralmap.layers.store;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/** The store cannot do what was asked; the text says what the operator can do. */
public class StoreException extends RuntimeException {

    private final transient LocalizedText text;

    public StoreException(String vi, String en) {
        this(vi, en, null);
    }

    public StoreException(String vi, String en, @Nullable Throwable cause) {
        super(en, cause);
        text = new LocalizedText(vi, en);
    }

    /** For people. */
    public LocalizedText text() {
        return text;
    }
}
