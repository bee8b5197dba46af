package vn.ruralmap.dataimport.read;

/**
 * Takes the records of a source, one after the other.
 *
 * @param <X> what it throws to stop the reading
 */
@FunctionalInterface
public interface RecordConsumer<X extends Exception> {
    void accept(SourceRecord record) throws X;
}
