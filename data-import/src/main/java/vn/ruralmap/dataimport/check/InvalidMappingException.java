package vn.ruralmap.dataimport.check;

import vn.ruralmap.layers.model.LocalizedText;

/** A field or attribute was asked for that does not exist. */
public final class InvalidMappingException extends Exception {

    private final transient LocalizedText text;

    InvalidMappingException(String vi, String en) {
        super(en);
        this.text = new LocalizedText(vi, en);
    }

    public LocalizedText text() {
        return text;
    }
}
