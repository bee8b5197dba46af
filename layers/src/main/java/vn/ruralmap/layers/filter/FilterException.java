package vn.ruralmap.layers.filter;

import vn.ruralmap.layers.model.LocalizedText;

/** A filter that cannot be used: why, and what would be right. */
public final class FilterException extends RuntimeException {

    private final transient LocalizedText reason;

    FilterException(String vi, String en) {
        super(en);
        this.reason = new LocalizedText(vi, en);
    }

    public LocalizedText reason() {
        return reason;
    }
}
