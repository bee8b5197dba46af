package vn.ruralmap.layers.store;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Layer;

/**
 * Everything that a store holds at one moment, read row by row and as it is, right or wrong. Nothing is written, nothing is
 * upgraded, and writers need not wait. For a check or a copy, not for answers to requests; not for concurrent use.
 *
 * <p>Every method throws {@link StoreException} if the store cannot be read.
 */
public interface StoreContents extends AutoCloseable {

    /** The store for people: a file, a database without its password. */
    String name();

    /** By name. */
    List<StoredLayer> layers();

    /** The rows of a table, one value for each column, by the first column. */
    StoreCursor<List<@Nullable Object>> rows(StoreTable table);

    /** By number. */
    StoreCursor<StoredChangeset> changesets();

    /** Every version of every feature of a layer, by fid, then version. @param layer as {@link #layers()} gives it */
    StoreCursor<StoredVersion> history(Layer layer);

    /** The features of a layer as they are, by fid. @param layer as {@link #layers()} gives it */
    StoreCursor<StoredVersion> features(Layer layer);

    /**
     * Looks at what only the database itself knows: its files, indexes and guards, values that are to be unique, references.
     *
     * @param found is told of each finding
     */
    void inspect(Consumer<StoreIssue> found);

    @Override
    void close();
}
