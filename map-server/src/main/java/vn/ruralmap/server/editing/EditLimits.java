package vn.ruralmap.server.editing;

/** How much one request may write. Whole layers are imported. */
public final class EditLimits {

    /** A province's units in full detail are a tenth of it. */
    public static final long MOST_BYTES = 64L << 20;
    /** Vertices of all geometry in a request. */
    public static final int MOST_VERTICES = 2_000_000;

    private EditLimits() {}
}
