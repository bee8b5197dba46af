package vn.ruralmap.dataimport;

import vn.ruralmap.layers.model.LocalizedText;

/** What was asked for makes no sense: an unknown layer, field, attribute or coordinate system. Nothing was read. */
public final class InvalidImportException extends Exception {

    private final transient LocalizedText text;

    InvalidImportException(LocalizedText text) {
        super(text.en());
        this.text = text;
    }

    public LocalizedText text() {
        return text;
    }
}
