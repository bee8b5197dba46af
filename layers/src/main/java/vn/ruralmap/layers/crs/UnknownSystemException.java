package vn.ruralmap.layers.crs;

import vn.ruralmap.layers.model.LocalizedText;

/** A coordinate system that cannot be used; its text is for the person who named it. */
public final class UnknownSystemException extends Exception {

    private final transient LocalizedText text;

    UnknownSystemException(String vi, String en) {
        super(en);
        this.text = new LocalizedText(vi, en);
    }

    public LocalizedText text() {
        return text;
    }
}
