package vn.ruralmap.server.formats;

import java.io.IOException;
import vn.ruralmap.layers.model.LocalizedText;

/** A table does not fit into a format, for example more columns than it can have; another format must be chosen. */
public final class FormatLimitException extends IOException {

    private final transient LocalizedText text;

    public FormatLimitException(LocalizedText text) {
        super(text.en());
        this.text = text;
    }

    /** What does not fit, and what to do. */
    public LocalizedText text() {
        return text;
    }
}
