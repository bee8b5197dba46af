package vn.ruralmap.dataimport;

/** Told how far an import is. Called often, from the thread that imports; must be quick. */
@FunctionalInterface
public interface ImportProgress {

    /** What is being done. */
    enum Stage {
        /** Looks at some rows to know where they lie. */
        LOOKING,
        /** Reads, checks and transforms rows. */
        READING,
        /** Compares with what is stored. */
        COMPARING,
        /** Writes the changeset. */
        PUBLISHING
    }

    /**
     * @param done rows or changes done so far
     * @param total of them; -1: unknown
     */
    void update(Stage stage, long done, long total);

    static ImportProgress none() {
        return (stage, done, total) -> {};
    }
}
