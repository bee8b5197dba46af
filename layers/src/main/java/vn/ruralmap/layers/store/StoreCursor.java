package vn.ruralmap.layers.store;

import org.jspecify.annotations.Nullable;

/**
 * Rows one after the other, so that nobody ever holds all of them. Not for concurrent use.
 *
 * @param <T> a row
 */
public interface StoreCursor<T> extends AutoCloseable {

    /** @return the next row; null: there are no more. @throws StoreException if the store cannot be read further */
    @Nullable
    T next();

    @Override
    void close();
}
