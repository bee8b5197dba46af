package vn.ruralmap.dataimport;

/**
 * Told how far an import is. Called often, from the thread that imports; must be quick.
 *
 * <p>To stop an import, throw {@link ImportCancelledException} from {@link #update}: it passes through the pipeline to its
 * caller, nothing is written, and what was unpacked is deleted. After the last change was published it comes too late:
 * who throws then finds the changeset in the store.
 */
@FunctionalInterface
public interface ImportProgress {

    /** What is being done. */
    enum Stage {
        /** Reads the file to know its digest, unpacks and looks through it; done and total are mostly bytes. */
        OPENING,
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
     * @param done rows, changes or bytes done so far; it may begin anew within a stage
     * @param total of them; -1: unknown
     * @throws ImportCancelledException to stop the import
     */
    void update(Stage stage, long done, long total);

    static ImportProgress none() {
        return (stage, done, total) -> {};
    }
}
