package vn.ruralmap.layers.style;

import vn.ruralmap.layers.model.LocalizedText;

/** A style file that cannot be used: which file, which line, why, and what to do about it. */
public final class StyleException extends RuntimeException {

    private final String file;
    private final int line;
    private final LocalizedText reason;

    /**
     * @param file as the reader was told
     * @param line 1-based; 0 if it is about the file as a whole
     * @param reason for people, with the remedy
     */
    public StyleException(String file, int line, LocalizedText reason) {
        super(file + ":" + line + ": " + reason.en());
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public LocalizedText reason() {
        return reason;
    }
}
