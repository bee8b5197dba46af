package vn.ruralmap.dataimport.read;

import vn.ruralmap.layers.model.LocalizedText;

/** A file cannot be read at all, or not any further. Its text is for the person who gave the file. */
public final class UnreadableSourceException extends Exception {

    private final String code;
    private final transient LocalizedText text;

    UnreadableSourceException(String code, String vi, String en) {
        super(code + ": " + en);
        this.code = code;
        this.text = new LocalizedText(vi, en);
    }

    UnreadableSourceException(String code, String vi, String en, Throwable cause) {
        this(code, vi, en);
        initCause(cause);
    }

    /** Stable, upper case, for example {@code ZIP_BROKEN}. */
    public String code() {
        return code;
    }

    /** What is wrong, where, and how to mend it. */
    public LocalizedText text() {
        return text;
    }
}
