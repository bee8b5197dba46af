package vn.ruralmap.server.imports;

/** Where an import stands. */
enum ImportState {
    /** Nothing was asked since files came or went. */
    NEW,
    QUEUED,
    READING,
    /** What would change is known and can be published. */
    PLANNED,
    PUBLISHING,
    PUBLISHED,
    NOTHING_TO_DO,
    /** Because of the data or the options. */
    REFUSED,
    CANCELLED,
    /** Because of the server. */
    FAILED,
    /** The server stopped meanwhile. */
    INTERRUPTED;

    /** True while its files are in use. */
    boolean isActive() {
        return this == QUEUED || this == READING || this == PUBLISHING;
    }
}
