package vn.ruralmap.layers.catalogue;

/** A catalogue file is wrong; the message says which, on which line, why, and what would be right. */
public final class CatalogueException extends RuntimeException {

    /** @param line 1-based; 0 if it is about the whole file */
    public CatalogueException(String file, int line, String reason) {
        super(file + (line > 0 ? ":" + line : "") + ": " + reason);
    }

    /** @param message that names file, line and reason already */
    CatalogueException(String message) {
        super(message);
    }
}
