package vn.ruralmap.layers.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Layer;

/**
 * Fills an empty store with all that another one holds, in one transaction: numbers, times and authors as they were. Until
 * {@link #commit} nobody sees anything of it, and whatever ends it before leaves the store empty. Not for concurrent use.
 *
 * <p>Every method throws {@link StoreException} if the store cannot be written.
 */
public interface StoreLoad extends AutoCloseable {

    /** The store for people. */
    String name();

    /** True if there is no changeset and no feature, nor ever was. */
    boolean isEmpty();

    /** A row of a table. @param row one value for each column */
    void add(StoreTable table, List<@Nullable Object> row);

    /**
     * All of a layer. The features of today follow from the last versions.
     *
     * @param layer whose attributes are those of the features; the store may have more of them, which stay empty
     * @param revision the last changeset that changed it
     * @param history by fid, then version
     */
    void add(Layer layer, long revision, StoreCursor<StoredVersion> history);

    /** Everything was added; rules that wait for the end are checked now. */
    void finish();

    /** What the store will hold, for a last comparison; it ends with this. */
    StoreContents written();

    /** Makes it so. */
    void commit();

    /** Undoes everything that was not committed. */
    @Override
    void close();
}
