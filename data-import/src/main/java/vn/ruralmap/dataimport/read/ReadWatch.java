package vn.ruralmap.dataimport.read;

/**
 * Told how far a file is gone through, while it is unpacked, converted, looked through before its first record, and read.
 * Called often, from the thread that opens or reads; what it throws ends that, and what was unpacked is deleted.
 */
@FunctionalInterface
public interface ReadWatch {

    /**
     * @param done bytes of one of the files, or records where there are no bytes to count
     * @param total of them; -1: unknown
     */
    void update(long done, long total);

    static ReadWatch none() {
        return (done, total) -> {};
    }
}
