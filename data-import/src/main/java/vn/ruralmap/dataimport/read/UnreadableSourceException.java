package vn.ruralmap.dataimport.read;

import java.util.List;
import vn.ruralmap.layers.model.LocalizedText;

/** A file cannot be read at all, or not any further. Its text is for the person who gave the file. */
public final class UnreadableSourceException extends Exception {

    private final String code;
    private final transient LocalizedText text;
    private final transient List<String> dataSets;

    UnreadableSourceException(String code, String vi, String en) {
        this(code, vi, en, List.of());
    }

    UnreadableSourceException(String code, String vi, String en, List<String> dataSets) {
        super(code + ": " + en);
        this.code = code;
        this.text = new LocalizedText(vi, en);
        this.dataSets = List.copyOf(dataSets);
    }

    UnreadableSourceException(String code, String vi, String en, Throwable cause) {
        this(code, vi, en);
        initCause(cause);
    }

    /** Stable, upper case, for example {@code ZIP_BROKEN}. */
    public String code() {
        return code;
    }

    /** If one has to be chosen: what {@link ReadOptions#member()} may be; else empty. */
    public List<String> dataSets() {
        return dataSets;
    }

    /** What is wrong, where, and how to mend it. */
    public LocalizedText text() {
        return text;
    }
}
